namespace Regimen;

/// <summary>A data set that an experiment can name. Declares its constants with <see cref="ImageDataAttribute"/>.</summary>
public interface IDataSource
{
    /// <summary>Opens the data set, or throws <see cref="DataException"/> with what is wrong, where, and what to do.</summary>
    static abstract ImageDataSet Open();
}
