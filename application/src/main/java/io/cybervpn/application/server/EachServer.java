package io.cybervpn.application.server;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.repository.Servers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Goes through the servers of a panel, page by page in the order of their ids, a unit of work each,
 * and puts each in the condition that is decided for it.
 */
@Singleton
final class EachServer {
    private static final int PAGE_SIZE = 200;

    private final UnitOfWork unitOfWork;
    private final Servers servers;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    EachServer(UnitOfWork unitOfWork, Servers servers, Outbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.servers = servers;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Step(Optional<ServerId> last, int moved) {}

    /** How many servers are in another state afterwards. */
    Uni<Integer> of(String panel, Function<Server, Condition> decide) {
        AtomicReference<Optional<ServerId>> after = new AtomicReference<>(Optional.empty());
        return Multi.createBy()
                .repeating()
                .uni(() -> step(panel, after.get(), decide).invoke(step -> after.set(step.last())))
                .whilst(step -> step.last().isPresent())
                .collect()
                .with(Collectors.summingInt(Step::moved));
    }

    private Uni<Step> step(
            String panel, Optional<ServerId> after, Function<Server, Condition> decide) {
        return unitOfWork.run(
                () ->
                        servers.lockPage(panel, after, PAGE_SIZE)
                                .chain(page -> move(page, decide, clock.instant())));
    }

    private Uni<Step> move(List<Server> page, Function<Server, Condition> decide, Instant now) {
        List<Server.Moved> moved =
                page.stream()
                        .map(server -> server.in(decide.apply(server), now))
                        .filter(one -> isOther(one, page))
                        .toList();
        boolean more = page.size() == PAGE_SIZE;
        Optional<ServerId> last = more ? Optional.of(page.getLast().id()) : Optional.empty();
        int states = (int) moved.stream().filter(one -> one.entry().isPresent()).count();
        return save(moved).replaceWith(new Step(last, states));
    }

    private static boolean isOther(Server.Moved moved, List<Server> page) {
        return !page.contains(moved.server());
    }

    /** Writes what became of servers, and tells of it. */
    Uni<Void> save(List<Server.Moved> moved) {
        return moved.isEmpty()
                ? Uni.createFrom().voidItem()
                : servers.save(moved)
                        .chain(
                                () ->
                                        outbox.appendAll(
                                                moved.stream()
                                                        .flatMap(one -> one.event().stream())
                                                        .toList()));
    }
}
