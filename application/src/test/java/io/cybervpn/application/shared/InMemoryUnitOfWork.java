package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One transaction at a time over in-memory tables; a failing one leaves no trace. Joins when
 * nested.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
    private final List<InMemoryTable<?, ?>> tables = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** A table whose rows this unit of work protects. */
    public <K, V> InMemoryTable<K, V> table() {
        InMemoryTable<K, V> table = new InMemoryTable<>();
        tables.add(table);
        return table;
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().item(() -> runLocked(work));
    }

    public boolean isOpen() {
        return lock.isHeldByCurrentThread();
    }

    private <T> T runLocked(Supplier<Uni<T>> work) {
        boolean outermost = !lock.isHeldByCurrentThread();
        lock.lock();
        try {
            return outermost ? runOrRestore(work) : work.get().await().indefinitely();
        } finally {
            lock.unlock();
        }
    }

    private <T> T runOrRestore(Supplier<Uni<T>> work) {
        List<Runnable> snapshots = tables.stream().map(InMemoryTable::snapshot).toList();
        try {
            return work.get().await().indefinitely();
        } catch (RuntimeException failure) {
            snapshots.forEach(Runnable::run);
            throw failure;
        }
    }
}
