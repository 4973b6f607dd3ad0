package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A Panache session and transaction on a Vert.x context of its own, so that two units of work never
 * share a session, wherever they are started: in one request, in a schedule, in a test's thread.
 * Where the call came from goes along.
 */
@Singleton
final class PanacheUnitOfWork implements UnitOfWork {
    private final Vertx vertx;

    @Inject
    PanacheUnitOfWork(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> UnitOfWorkScope.isOpen() ? work.get() : runOnOwnContext(work));
    }

    private <T> Uni<T> runOnOwnContext(Supplier<Uni<T>> work) {
        Context own =
                Objects.requireNonNull(
                        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(own, true);
        UnitOfWorkScope.mark(own);
        Context caller = Vertx.currentContext();
        VertxOrigins.carry(caller, own);
        Uni<T> inTransaction =
                Uni.createFrom()
                        .deferred(() -> Panache.withTransaction(work))
                        .onTermination()
                        .invoke(() -> UnitOfWorkScope.unmark(own))
                        .runSubscriptionOn(on(own));
        return caller == null ? inTransaction : inTransaction.emitOn(on(caller));
    }

    private static Executor on(Context context) {
        return command -> context.runOnContext(_ -> command.run());
    }
}
