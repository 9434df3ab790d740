using System.Globalization;
using Regimen.Damage;

// checkpoints N | data N | moments N [seed]: damages that many, and says what became of them. train FOLDER: the process that things happen to.
if (args is ["train", var root])
    return MomentCampaign.Train(root);
if (args.Length is < 2 or > 3 || !int.TryParse(args[1], CultureInfo.InvariantCulture, out var count))
{
    Console.Error.WriteLine("usage: Regimen.Damage checkpoints|data|moments NUMBER [SEED]");
    return 2;
}

var seed = args.Length == 3 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var folder = Directory.CreateTempSubdirectory("regimen-damage-").FullName;
try
{
    var right = args[0] switch
    {
        "checkpoints" => CheckpointCampaign.Run(count, seed, folder),
        "data" => DataCampaign.Run(count, seed, folder),
        "moments" => MomentCampaign.Run(count, seed, folder),
        _ => throw new ArgumentException($"There is no campaign '{args[0]}'."),
    };
    return right ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
