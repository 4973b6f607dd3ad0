package io.cybervpn.dev;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the launcher started, stopped in the opposite order. A stop that comes while a part is
 * starting waits for it, so that nothing is left behind that nobody knows of.
 */
final class Parts implements AutoCloseable {

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Progress progress;
    private boolean stopping;

    Parts(Progress progress) {
        this.progress = progress;
    }

    /** Starts a part unless all are being stopped. */
    @CanIgnoreReturnValue
    synchronized <T> T start(String name, Supplier<T> start, Consumer<T> stop) {
        if (stopping) {
            throw new IllegalStateException("Stopped before " + name + " was started.");
        }
        T part = start.get();
        stops.push(() -> stop(name, () -> stop.accept(part)));
        return part;
    }

    synchronized boolean stopping() {
        return stopping;
    }

    @Override
    public synchronized void close() {
        stopping = true;
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }

    private void stop(String name, Runnable stop) {
        try {
            stop.run();
            progress.done(name + " stopped");
        } catch (RuntimeException e) {
            // The others must stop all the same.
            progress.failed(name + " did not stop: ", e);
        }
    }
}
