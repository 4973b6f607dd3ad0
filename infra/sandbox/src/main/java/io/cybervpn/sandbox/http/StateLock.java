package io.cybervpn.sandbox.http;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One lock over all state of one server: requests run on an event loop, tests reach in from their
 * own threads.
 */
public final class StateLock {

    private final ReentrantLock lock = new ReentrantLock();

    /** Runs while nobody else sees or changes the state. Reentrant. */
    public <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #with(Supplier)} for work without a result. */
    public void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
