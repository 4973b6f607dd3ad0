package io.cybervpn.infrastructure.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The guard in front of every call to a foreign system. */
public final class Remote {
    private Remote() {}

    /**
     * Makes the call unless a unit of work is open: a slow partner would hold its locks and its
     * connection.
     *
     * @return the call's answer; fails with {@link IllegalStateException} inside a unit of work
     */
    public static <T> Uni<T> outsideUnitOfWork(Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            if (UnitOfWorkScope.isOpen()) {
                                throw new IllegalStateException(
                                        "remote call inside a unit of work");
                            }
                            return call.get();
                        });
    }
}
