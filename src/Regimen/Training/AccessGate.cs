namespace Regimen.Training;

/// <summary>
/// Who may use an experiment at a moment. One thread at a time holds it (training, evaluating, loading); any number of threads may read its
/// state in order to save it, but only while the state is whole: between two steps of training, never inside one.
/// </summary>
internal sealed class AccessGate
{
    private readonly object monitor = new();
    private bool held;
    private bool changing;
    private bool claiming;
    private bool closed;
    private int changer;
    private int readers;
    private int waiting;
    private int guests;

    /// <summary>Whether the holder is changing the state at the moment.</summary>
    public bool IsChanging => Volatile.Read(ref changing);

    /// <summary>Whether a thread waits to read the state.</summary>
    public bool IsAwaited => Volatile.Read(ref waiting) > 0;

    /// <summary>Takes hold and starts to change the state.</summary>
    /// <param name="owner">What the gate guards; kept alive as long as the hold.</param>
    /// <exception cref="InvalidOperationException">Another holds it.</exception>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public Hold Enter(object owner)
    {
        lock (monitor)
        {
            CheckHolder(owner);
            while (changing || readers > 0)
            {
                Monitor.Wait(monitor);
                CheckHolder(owner);
            }

            held = true;
            StartChange();
            return new Hold(this, owner);
        }
    }

    /// <summary>The holder leaves the state whole for now: readers get their turn.</summary>
    public void Share()
    {
        lock (monitor)
        {
            changing = false;
            Monitor.PulseAll(monitor);
        }
    }

    /// <summary>The holder goes on to change the state, once every thread that waited for this moment has read it.</summary>
    public void Claim()
    {
        lock (monitor)
        {
            // Who comes later waits for the next moment, lest a stream of readers stops the training.
            claiming = true;
            guests = waiting;
            while (guests > 0 || readers > 0)
                Monitor.Wait(monitor);
            claiming = false;
            StartChange();
        }
    }

    /// <summary>Waits until the state is whole, and keeps it so until the result is disposed.</summary>
    /// <param name="owner">What the gate guards; kept alive meanwhile.</param>
    /// <param name="isReady">Whether there is a state yet.</param>
    /// <param name="prepare">Makes one.</param>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public Reading Read(object owner, Func<bool> isReady, Action prepare)
    {
        lock (monitor)
        {
            if (changing && changer == Environment.CurrentManagedThreadId)
                throw new InvalidOperationException("The experiment is changing its state at this moment, on this very thread. Save from StepCompleted or EpochCompleted, from another thread, or after Train.");
            while (true)
            {
                waiting++;
                while (!closed && (changing || (claiming && guests == 0)))
                    Monitor.Wait(monitor);
                waiting--;
                if (claiming && guests > 0)
                {
                    guests--;
                    Monitor.PulseAll(monitor);
                }

                ObjectDisposedException.ThrowIf(closed, owner);
                if (isReady())
                    break;
                StartChange();
                Prepare(prepare);
            }

            readers++;
            return new Reading(this, owner);
        }
    }

    /// <summary>Closes the gate once nobody reads any more.</summary>
    /// <returns>Whether it was open.</returns>
    /// <exception cref="InvalidOperationException">It is held.</exception>
    public bool Close()
    {
        lock (monitor)
        {
            while (true)
            {
                if (closed)
                    return false;
                if (held)
                    throw new InvalidOperationException("This experiment is training or evaluating. Cancel it and wait for Train to return before disposing it: its kernels still use the memory.");
                if (!changing && readers == 0)
                    break;
                Monitor.Wait(monitor);
            }

            closed = true;
            Monitor.PulseAll(monitor);
            return true;
        }
    }

    /// <summary>Runs outside the lock what makes a state, which may take long.</summary>
    private void Prepare(Action prepare)
    {
        Monitor.Exit(monitor);
        try
        {
            prepare();
        }
        finally
        {
            Monitor.Enter(monitor);
            changing = false;
            Monitor.PulseAll(monitor);
        }
    }

    private void StartChange()
    {
        changing = true;
        changer = Environment.CurrentManagedThreadId;
    }

    private void CheckHolder(object owner)
    {
        ObjectDisposedException.ThrowIf(closed, owner);
        if (held)
            throw new InvalidOperationException("This experiment is already training or evaluating. An experiment does one thing at a time; make a second one to work in parallel.");
    }

    private void Leave()
    {
        lock (monitor)
        {
            held = false;
            changing = false;
            Monitor.PulseAll(monitor);
        }
    }

    private void EndReading()
    {
        lock (monitor)
        {
            readers--;
            Monitor.PulseAll(monitor);
        }
    }

    /// <summary>A hold, given back when disposed.</summary>
    public readonly struct Hold(AccessGate gate, object owner) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            gate.Leave();
            GC.KeepAlive(owner);
        }
    }

    /// <summary>A reading, ended when disposed.</summary>
    public readonly struct Reading(AccessGate gate, object owner) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            gate.EndReading();
            GC.KeepAlive(owner);
        }
    }
}
