package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.approval.ApprovalView;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.ListTransfers;
import io.cybervpn.application.payment.RecordTransfer;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.presentation.payment.rest.TransferJson.AnswerJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Bank transfers: {@code payments:read} to see what was recorded, {@code payments:confirm} to
 * record one.
 */
@Path("/api/v1/admin/bank-transfers")
@Tag(name = "admin-payments")
@Authenticated
public final class TransferResource {
    private final ListTransfers listTransfers;
    private final RecordTransfer recordTransfer;
    private final StepUpRule stepUp;
    private final CurrentActor actor;
    private final Origins origins;
    private final IdempotentCall idempotent;

    @Inject
    TransferResource(
            ListTransfers listTransfers,
            RecordTransfer recordTransfer,
            StepUpRule stepUp,
            CurrentActor actor,
            Origins origins,
            IdempotentCall idempotent) {
        this.listTransfers = listTransfers;
        this.recordTransfer = recordTransfer;
        this.stepUp = stepUp;
        this.actor = actor;
        this.origins = origins;
        this.idempotent = idempotent;
    }

    /** A feed, newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Operation(
            operationId = "adminListBankTransfers",
            summary = "Lists the bank transfers that were recorded, newest first")
    public Uni<TransferJson.FeedJson> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return listTransfers
                .execute(
                        new ListTransfers.Query(
                                actor.actor(),
                                Optional.ofNullable(cursor)
                                        .map(FeedCursor::read)
                                        .map(TransferResource::position),
                                limit))
                .map(TransferResource::answer);
    }

    private static ListTransfers.Position position(FeedCursor cursor) {
        return new ListTransfers.Position(cursor.at(), new TransferId(cursor.id()));
    }

    private static TransferJson.FeedJson answer(ListTransfers.Result result) {
        return switch (result) {
            case ListTransfers.Result.Listed listed -> TransferJson.of(listed);
            case ListTransfers.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    /** Says that it came; its money does what any provider's does. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminRecordBankTransfer",
            summary = "Records a bank transfer that came, and lets its money pay",
            description =
                    "Needs a fresh second factor, X-Reason and Idempotency-Key. Above the shop's"
                            + " limit the answer is 202 with approval_required. Codes:"
                            + " reference_not_found, transfer_known, time_not_plausible.")
    @APIResponseSchema(value = AnswerJson.class, responseCode = "201")
    public Uni<RestResponse<AnswerJson>> record(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull TransferRequestJson body) {
        if (!actor.actor().may(Permission.PAYMENTS_CONFIRM)) {
            throw Problem.forbidden().asException();
        }
        if (!stepUp.isMetBy(actor.actor())) {
            throw Problem.stepUpRequired().asException();
        }
        RecordTransfer.Command command = command(body);
        return idempotent.run(
                new IdempotentCall.Keyed(actor.account(), "POST /admin/bank-transfers", key, body),
                AnswerJson.class,
                () -> recordTransfer.execute(command).map(TransferResource::answer));
    }

    private RecordTransfer.Command command(TransferRequestJson body) {
        return new RecordTransfer.Command(
                actor.actor(),
                body.referenceIfAny(),
                body.money(),
                body.bank(),
                body.arrival(),
                origins.current().reason().orElse(""));
    }

    private static RestResponse<AnswerJson> answer(RecordTransfer.Result result) {
        return switch (result) {
            case RecordTransfer.Result.Recorded(var transfer, var money) ->
                    RestResponse.status(
                            RestResponse.Status.CREATED,
                            new AnswerJson("recorded", money, TransferJson.of(transfer), null));
            case RecordTransfer.Result.NeedsApproval(ApprovalView approval) ->
                    RestResponse.status(
                            RestResponse.Status.ACCEPTED,
                            new AnswerJson("approval_required", null, null, approval.id().value()));
            case RecordTransfer.Result.Refused(var code) ->
                    throw Problem.of(409, code, "This transfer cannot be recorded so.")
                            .asException();
            case RecordTransfer.Result.Forbidden() -> throw Problem.forbidden().asException();
            case RecordTransfer.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
