package io.cybervpn.application.approval;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.approval.port.ApprovedDeeds;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What asking and deciding have in common. */
@Singleton
final class ApprovalDesk {
    private final ApprovedDeeds deeds;
    private final StepUpRule stepUp;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    ApprovalDesk(ApprovedDeeds deeds, StepUpRule stepUp, AuditTrail audit, Ids ids, Clock clock) {
        this.deeds = deeds;
        this.stepUp = stepUp;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<ApprovedDeed> deed(String kind) {
        return deeds.find(kind);
    }

    boolean hasSteppedUp(Actor actor) {
        return stepUp.isMetBy(actor);
    }

    /** In milliseconds, as the store keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    ApprovalId newId() {
        return new ApprovalId(ids.next());
    }

    ApprovalView view(Approval approval) {
        return ApprovalView.of(approval, now());
    }

    /** Says what was asked or decided, in the open unit of work. */
    Uni<Void> record(Actor actor, String action, Wish wish) {
        Changes changes =
                Changes.created(
                        Map.of(
                                "kind",
                                wish.purpose().kind(),
                                "subject",
                                wish.purpose().subject(),
                                "money",
                                wish.money().toString()));
        return audit.append(
                AuditTrail.Entry.of(actor, action, "approval", wish.id().value()).with(changes));
    }
}
