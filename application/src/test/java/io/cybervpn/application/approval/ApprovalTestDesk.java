package io.cybervpn.application.approval;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;

/** Four eyes over memory for the one deed of a test. */
public final class ApprovalTestDesk {
    private final AskApproval askApproval;
    private final DecideApproval decideApproval;

    public ApprovalTestDesk(
            InMemoryUnitOfWork unitOfWork, ApprovedDeed deed, Ids ids, Clock clock) {
        InMemoryApprovals approvals = new InMemoryApprovals(unitOfWork);
        ApprovalDesk desk =
                new ApprovalDesk(
                        kind -> Optional.of(deed).filter(one -> one.kind().equals(kind)),
                        new StepUpRule(clock),
                        _ -> Uni.createFrom().voidItem(),
                        ids,
                        clock);
        this.askApproval = new AskApproval(unitOfWork, approvals, desk);
        this.decideApproval = new DecideApproval(unitOfWork, approvals, desk);
    }

    public AskApproval askApproval() {
        return askApproval;
    }

    public DecideApproval decideApproval() {
        return decideApproval;
    }
}
