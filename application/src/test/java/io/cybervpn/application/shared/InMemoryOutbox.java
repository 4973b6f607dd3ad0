package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Keeps what was told, in order; can be told to fail. */
public final class InMemoryOutbox implements Outbox {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<Integer, DomainEvent> events;
    private boolean failing;

    public InMemoryOutbox(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.events = unitOfWork.table();
    }

    @Override
    public Uni<Void> appendAll(List<? extends DomainEvent> events) {
        return Uni.createFrom().voidItem().invoke(() -> events.forEach(this::appendNow));
    }

    public void failFromNowOn(boolean failing) {
        this.failing = failing;
    }

    public List<DomainEvent> events() {
        return events.all();
    }

    public <E extends DomainEvent> List<E> events(Class<E> type) {
        return events.all().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void appendNow(DomainEvent event) {
        if (!unitOfWork.isOpen()) {
            throw new IllegalStateException("outbox outside a unit of work");
        }
        if (failing) {
            throw new IllegalStateException("the outbox fails, as it was told to");
        }
        events.put(events.all().size(), event);
    }
}
