using TorchSharp;

namespace Regimen.TorchSharp;

/// <summary>Images as the tensors that TorchSharp code has, brought to bytes [N, C, H, W].</summary>
internal static class Pixels
{
    /// <summary>How far from a whole number a pixel in shares of 255 may be: a share in single precision is within 2e-5 of it, a pixel that was interpolated is not.</summary>
    private const double Tolerance = 1e-3;

    /// <summary>Bytes in main memory, contiguous.</summary>
    /// <param name="images">[N, C, H, W], or [N, H, W] for one channel: bytes, or floating-point shares of 255 in [0, 1].</param>
    /// <returns>A tensor [N, C, H, W] of its own reference, which shares the memory of <paramref name="images"/> where nothing had to be converted.</returns>
    /// <exception cref="DataException">Another shape or type, or values that are no bytes.</exception>
    public static torch.Tensor ToBytes(torch.Tensor images)
    {
        ObjectDisposedException.ThrowIf(images.IsInvalid, images);
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        if (images.dim() is not (3 or 4))
            throw new DataException($"Images are a tensor [N, C, H, W], or [N, H, W] for one channel, but this one is {Text(images)}. Reshape it.");
        if (images.numel() > int.MaxValue)
            throw new DataException($"The tensor {Text(images)} has more than {int.MaxValue} pixels, which is the most for a split. Use fewer images.");
        var planes = images.dim() == 3 ? images.unsqueeze(1) : images.alias();
        var bytes = planes.dtype == torch.ScalarType.Byte ? planes : FromShares(planes);
        return bytes.cpu().contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>Type and shape, for messages.</summary>
    public static string Text(torch.Tensor tensor) => $"{tensor.dtype}[{string.Join(", ", tensor.shape)}]";

    private static torch.Tensor FromShares(torch.Tensor images)
    {
        if (!images.is_floating_point())
            throw new DataException($"Pixels are bytes (torch.uint8), or floating-point numbers in [0, 1], but this tensor is {Text(images)}. Convert it with to(torch.uint8).");
        if (images.numel() == 0)
            return images.to(torch.uint8);
        var scaled = images.to(torch.float64).mul(255);
        var rounded = scaled.round();
        var (least, most, off) = (rounded.min().item<double>(), rounded.max().item<double>(), (scaled - rounded).abs().max().item<double>());
        return least >= 0 && most <= 255 && off <= Tolerance
            ? rounded.to(torch.uint8)
            : throw new DataException(FormattableString.Invariant(
                $"Floating-point pixels must be k/255 for a byte k, since an experiment trains on bytes and normalises them itself, but this {Text(images)} has values from {least / 255:G4} to {most / 255:G4}, up to {off / 255:G2} away from one. Give the pixels before any normalisation, or round them: images.mul(255).round().clamp(0, 255).to(torch.uint8)."));
    }
}
