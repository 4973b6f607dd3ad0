package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelNotices;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelNodeNoticed;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Adoptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a push of the panel as a hint: the access that it names is compared with the panel once
 * more, which also brings its used traffic up to date. The content of a push is never believed,
 * since pushes come late, twice and in any order. What happens to nodes is told on, what people
 * have to look at is flagged for them, and all other pushes are kept and counted. A push that never
 * comes is made good by the sweep.
 */
@Singleton
public final class ApplyPanelNotice implements InboxHandler {
    /** The source of pushes that is handled here. */
    public static final String SOURCE = "remnawave";

    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Adoptions adoptions;
    private final PanelNotices notices;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ApplyPanelNotice(
            UnitOfWork unitOfWork,
            Accesses accesses,
            Adoptions adoptions,
            PanelNotices notices,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.adoptions = adoptions;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public boolean handles(String source) {
        return SOURCE.equals(source);
    }

    @Override
    public Uni<Applied> apply(Inbox.Message message) {
        return switch (notices.read(message.body())) {
            case PanelNotices.Notice.AboutAccess(var event, var access) -> hint(event, access);
            case PanelNotices.Notice.AboutStranger(var event, var username) ->
                    unitOfWork.run(
                            () ->
                                    adoptions
                                            .named(username)
                                            .chain(found -> hint(event, Set.copyOf(found))));
            case PanelNotices.Notice.AboutNode(var event, var node) -> tellOn(event, node);
            case PanelNotices.Notice.ForStaff(var event, var access) ->
                    answer(Inbox.Outcome.FLAGGED, note(event, access));
            case PanelNotices.Notice.OfNoInterest(var event) ->
                    answer(Inbox.Outcome.IGNORED, event);
            case PanelNotices.Notice.Unreadable(var reason) ->
                    answer(Inbox.Outcome.FLAGGED, reason);
        };
    }

    private Uni<Applied> hint(String event, AccessId access) {
        return unitOfWork
                .run(() -> accesses.recheck(Set.of(access), clock.instant()))
                .replaceWith(new Applied(Inbox.Outcome.APPLIED, event + " " + access.value()));
    }

    private Uni<Applied> hint(String event, Set<AccessId> adopted) {
        return adopted.isEmpty()
                ? answer(Inbox.Outcome.IGNORED, event)
                : accesses.recheck(adopted, clock.instant())
                        .replaceWith(new Applied(Inbox.Outcome.APPLIED, event));
    }

    private Uni<Applied> tellOn(String event, String node) {
        return unitOfWork
                .run(() -> outbox.append(new PanelNodeNoticed(event, node, clock.instant())))
                .replaceWith(new Applied(Inbox.Outcome.APPLIED, event + " " + node));
    }

    private static String note(String event, Optional<AccessId> access) {
        return access.map(id -> event + " " + id.value()).orElse(event);
    }

    private static Uni<Applied> answer(Inbox.Outcome outcome, String note) {
        return Uni.createFrom().item(new Applied(outcome, note));
    }
}
