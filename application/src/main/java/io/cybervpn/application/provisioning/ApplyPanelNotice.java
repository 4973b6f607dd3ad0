package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelNotices;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/**
 * Takes a push of the panel as a hint: the access that it names is compared with the panel once
 * more, which also brings its used traffic up to date. The content of a push is never believed,
 * since pushes come late, twice and in any order. All other pushes are kept and counted.
 */
@Singleton
public final class ApplyPanelNotice implements InboxHandler {
    /** The source of pushes that is handled here. */
    public static final String SOURCE = "remnawave";

    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final PanelNotices notices;
    private final Clock clock;

    @Inject
    ApplyPanelNotice(UnitOfWork unitOfWork, Accesses accesses, PanelNotices notices, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.notices = notices;
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

    private static Uni<Applied> answer(Inbox.Outcome outcome, String note) {
        return Uni.createFrom().item(new Applied(outcome, note));
    }
}
