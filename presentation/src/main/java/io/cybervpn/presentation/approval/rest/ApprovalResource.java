package io.cybervpn.presentation.approval.rest;

import io.cybervpn.application.approval.DecideApproval;
import io.cybervpn.application.approval.DecideApproval.Verdict;
import io.cybervpn.application.approval.ListApprovals;
import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.presentation.approval.rest.ApprovalJson.ApprovalListJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Four eyes for money: {@code approvals:read} to see what waits, {@code approvals:decide} and the
 * permission of the deed itself to decide, never for who asked.
 */
@Path("/api/v1/admin/approvals")
@Tag(name = "admin-approvals")
@Authenticated
public final class ApprovalResource {
    private final ListApprovals listApprovals;
    private final DecideApproval decideApproval;
    private final CurrentActor actor;

    @Inject
    ApprovalResource(
            ListApprovals listApprovals, DecideApproval decideApproval, CurrentActor actor) {
        this.listApprovals = listApprovals;
        this.decideApproval = decideApproval;
        this.actor = actor;
    }

    /** The newest first. */
    @GET
    @Operation(operationId = "adminListApprovals", summary = "Lists what needs four eyes")
    public Uni<ApprovalListJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(ListApprovals.LIMIT_MAX)
                    int limit) {
        return listApprovals
                .execute(new ListApprovals.Command(actor.actor(), state(state), limit))
                .map(ApprovalResource::answer);
    }

    /** Does what was asked for, once; 409 {@code own_wish} for who asked. */
    @POST
    @Path("/{id}/approve")
    @ReasonRequired
    @Operation(operationId = "adminApprove", summary = "Approves, and so does, what waits")
    public Uni<ApprovalJson> approve(@PathParam("id") UUID id) {
        return decide(id, Verdict.APPROVE);
    }

    /** It will not be done. */
    @POST
    @Path("/{id}/reject")
    @ReasonRequired
    @Operation(operationId = "adminReject", summary = "Rejects what waits")
    public Uni<ApprovalJson> reject(@PathParam("id") UUID id) {
        return decide(id, Verdict.REJECT);
    }

    private Uni<ApprovalJson> decide(UUID id, Verdict verdict) {
        return decideApproval
                .execute(new DecideApproval.Command(actor.actor(), new ApprovalId(id), verdict))
                .map(ApprovalResource::answer);
    }

    private static Optional<ApprovalState> state(@Nullable String code) {
        Optional<ApprovalState> state = Optional.ofNullable(code).flatMap(ApprovalState::find);
        if (code != null && state.isEmpty()) {
            throw Problem.invalid("state", "unknown", "open, approved, rejected or expired.")
                    .asException();
        }
        return state;
    }

    private static ApprovalListJson answer(ListApprovals.Result result) {
        return switch (result) {
            case ListApprovals.Result.Listed(var approvals) -> ApprovalListJson.of(approvals);
            case ListApprovals.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static ApprovalJson answer(DecideApproval.Result result) {
        return switch (result) {
            case DecideApproval.Result.Decided(var approval) -> ApprovalJson.of(approval);
            case DecideApproval.Result.NoSuchApproval() ->
                    throw Problem.notFound("approval").asException();
            case DecideApproval.Result.AlreadyDecided(var approval) ->
                    throw Problem.of(
                                    409,
                                    "already_decided",
                                    "It is " + approval.state().code() + " already.")
                            .asException();
            case DecideApproval.Result.OwnWish() ->
                    throw Problem.of(409, "own_wish", "Somebody else has to decide on this.")
                            .asException();
            case DecideApproval.Result.TooLate() ->
                    throw Problem.of(410, "approval_expired", "Ask for it again.").asException();
            case DecideApproval.Result.Impossible(var code) ->
                    throw Problem.of(409, code, "This cannot be done any more; reject it.")
                            .asException();
            case DecideApproval.Result.Forbidden() -> throw Problem.forbidden().asException();
            case DecideApproval.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
