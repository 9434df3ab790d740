using System.Net;
using System.Net.Sockets;

namespace Regimen.Tests.Data;

/// <summary>A web server on this machine for one test.</summary>
internal sealed class LocalMirror : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerContext, Task> _answer;

    /// <summary>Starts the server.</summary>
    /// <param name="answer">Answers a request; it need not close the response.</param>
    public LocalMirror(Func<HttpListenerContext, Task> answer)
    {
        _answer = answer;
        Address = new($"http://127.0.0.1:{FreePort()}/files/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>The folder's address.</summary>
    public Uri Address { get; }

    /// <summary>Names that were asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>A server that sends these contents under these names, and 404 for others.</summary>
    public static LocalMirror Of(IReadOnlyDictionary<string, byte[]> files) => new(async context =>
    {
        if (files.TryGetValue(Path.GetFileName(context.Request.Url!.AbsolutePath), out var content))
        {
            context.Response.ContentLength64 = content.Length;
            await context.Response.OutputStream.WriteAsync(content);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    });

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            lock (Requests)
                Requests.Add(Path.GetFileName(context.Request.Url!.AbsolutePath));
            _ = Task.Run(async () =>
            {
                try
                {
                    await _answer(context);
                    context.Response.Close();
                }
                catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or InvalidOperationException)
                {
                    context.Response.Abort();
                }
            });
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
