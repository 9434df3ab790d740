// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public enum LobpcgMethod { basic, ortho }
        public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => throw null!;
        public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => throw null!;
        public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => throw null!;
        public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => throw null!;
        public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => throw null!;
        public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => throw null!;
        public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => throw null!;
        public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => throw null!;
        public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => throw null!;
        public static Tensor bmm(Tensor input, Tensor batch2) => throw null!;
        public static Tensor chain_matmul(params Tensor[] matrices) => throw null!;
        [System.Obsolete("torch.cholesky is deprecated in favor of torch.linalg.cholesky and will be removed in a future release. Use torch.linalg.cholesky instead.", false)] public static Tensor cholesky(Tensor input) => throw null!;
        public static Tensor cholesky_inverse(Tensor input, bool upper = false) => throw null!;
        public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => throw null!;
        public static Tensor dot(Tensor input, Tensor other) => throw null!;
        [System.Obsolete("Method removed in Pytorch. Please use the `torch.linalg.eig` function instead.", true)] public static (Tensor eigenvalues, Tensor eigenvectors) eig(Tensor input, bool eigenvectors = false) => throw null!;
        public static (Tensor a, Tensor tau) geqrf(Tensor input) => throw null!;
        public static Tensor ger(Tensor input, Tensor vec2) => throw null!;
        public static Tensor inner(Tensor input, Tensor vec2) => throw null!;
        public static Tensor inverse(Tensor input) => throw null!;
        public static Tensor det(Tensor input) => throw null!;
        public static Tensor logdet(Tensor input) => throw null!;
        public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => throw null!;
        public static (Tensor Solution, Tensor QR) lstsq(Tensor B, Tensor A) => throw null!;
        public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false) => throw null!;
        [System.Obsolete("torch.lu_solve is deprecated in favor of torch.linalg.lu_solve and will be removed in a future release. Use torch.linalg.lu_solve(LU, pivots, B) instead.", false)] public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => throw null!;
        public static (Tensor P, Tensor? L, Tensor? U) lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true) => throw null!;
        public static Tensor matmul(Tensor input, Tensor target) => throw null!;
        public static Tensor matrix_power(Tensor input, int n) => throw null!;
        [System.Obsolete("This function was deprecated since version 1.9 and is now removed. Please use the 'torch.linalg.matrix_rank' function instead.", true)] public static Tensor matrix_rank(Tensor input, float? tol = null, bool symmetric = false) => throw null!;
        public static Tensor matrix_exp(Tensor input) => throw null!;
        public static Tensor mm(Tensor input, Tensor target) => throw null!;
        public static Tensor mv(Tensor input, Tensor target) => throw null!;
        public static Tensor orgqr(Tensor input, Tensor tau) => throw null!;
        public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, bool left = true, bool transpose = false) => throw null!;
        public static Tensor outer(Tensor input, Tensor vec2) => throw null!;
        public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => throw null!;
        [System.Obsolete("torch.qr() is deprecated in favor of torch.linalg.qr() and will be removed in a future PyTorch release.", true)] public static Tensor qr(Tensor input, bool some = true) => throw null!;
        [System.Obsolete("torch.qr() is deprecated in favor of torch.linalg.svd() and will be removed in a future PyTorch release.", true)] public static Tensor svd(Tensor input, bool some = true, bool compute_uv = true) => throw null!;
        [System.Obsolete("not implemented", true)] public static Tensor svd_lowrank(Tensor A, int q = 6, int niter = 2, Tensor? M = null) => throw null!;
        [System.Obsolete("not implemented", true)] public static Tensor pca_lowrank(Tensor A, int q = 6, bool center = true, int niter = 2) => throw null!;
        [System.Obsolete("torch.symeig() is deprecated in favor of torch.linalg.eigh() and will be removed in a future PyTorch release", true)] public static Tensor symeig(Tensor input, bool eigenvectors = false, bool upper = true) => throw null!;
        public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => throw null!;
        public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => throw null!;
        public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => throw null!;
        public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => throw null!;
        public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => throw null!;
        public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => throw null!;
        public static Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1) => throw null!;
        public static Tensor vdot(Tensor input, Tensor target) => throw null!;
    }
}
