package io.cybervpn.presentation.shared;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The application's outbox, which fails for the events that a test names. */
@Decorator
@Priority(1)
public class BreakableOutbox implements Outbox {
    private static final AtomicReference<Predicate<DomainEvent>> BROKEN =
            new AtomicReference<>(_ -> false);

    private final Outbox delegate;

    @Inject
    public BreakableOutbox(@Any @Delegate Outbox delegate) {
        this.delegate = delegate;
    }

    /** From now on these events cannot be told. Be sure that they are the test's own. */
    public static void breakFor(Predicate<DomainEvent> events) {
        BROKEN.set(events);
    }

    public static void repair() {
        BROKEN.set(_ -> false);
    }

    @Override
    public Uni<Void> appendAll(List<? extends DomainEvent> events) {
        return events.stream().anyMatch(BROKEN.get())
                ? Uni.createFrom().failure(new IllegalStateException("broken by a test"))
                : delegate.appendAll(events);
    }
}
