package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.ListTransferReturns;
import io.cybervpn.application.payment.RecordTransferReturn;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.presentation.payment.rest.TransferReturnJson.AnswerJson;
import io.cybervpn.presentation.payment.rest.TransferReturnJson.ListJson;
import io.cybervpn.presentation.payment.rest.TransferReturnJson.OutcomeJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Refunds of bank transfers, which no program can send: {@code payments:read} to see what waits,
 * {@code payments:refund} to say what became of it.
 */
@Path("/api/v1/admin/bank-returns")
@Tag(name = "admin-payments")
@Authenticated
public final class TransferReturnResource {
    private final ListTransferReturns listReturns;
    private final RecordTransferReturn recordReturn;
    private final StepUpRule stepUp;
    private final CurrentActor actor;
    private final Origins origins;
    private final IdempotentCall idempotent;

    @Inject
    TransferReturnResource(
            ListTransferReturns listReturns,
            RecordTransferReturn recordReturn,
            StepUpRule stepUp,
            CurrentActor actor,
            Origins origins,
            IdempotentCall idempotent) {
        this.listReturns = listReturns;
        this.recordReturn = recordReturn;
        this.stepUp = stepUp;
        this.actor = actor;
        this.origins = origins;
        this.idempotent = idempotent;
    }

    /** Those that wait, oldest first. */
    @GET
    @Operation(
            operationId = "adminListBankReturns",
            summary = "Lists refunds that have to be sent by bank transfer")
    public Uni<ListJson> list() {
        return listReturns
                .execute(new ListTransferReturns.Query(actor.actor()))
                .map(TransferReturnResource::answer);
    }

    private static ListJson answer(ListTransferReturns.Result result) {
        return switch (result) {
            case ListTransferReturns.Result.Listed(var items) ->
                    new ListJson(items.stream().map(TransferReturnJson::of).toList());
            case ListTransferReturns.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    /** Says what became of one; say why in {@code X-Reason}. */
    @POST
    @Path("/{refundId}/outcomes")
    @ReasonRequired
    @Operation(
            operationId = "adminRecordBankReturn",
            summary = "Says that a refund was sent by bank transfer, or that it failed",
            description =
                    "Needs a fresh second factor, X-Reason and Idempotency-Key. What was sent may"
                            + " fail later, when the money comes back. Code: already_decided.")
    @APIResponseSchema(value = AnswerJson.class, responseCode = "201")
    public Uni<RestResponse<AnswerJson>> record(
            @PathParam("refundId") UUID refundId,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull OutcomeJson body) {
        if (!actor.actor().may(Permission.PAYMENTS_REFUND)) {
            throw Problem.forbidden().asException();
        }
        if (!stepUp.isMetBy(actor.actor())) {
            throw Problem.stepUpRequired().asException();
        }
        RecordTransferReturn.Command command = command(refundId, body);
        return idempotent.run(
                new IdempotentCall.Keyed(
                        actor.account(),
                        "POST /admin/bank-returns/" + refundId + "/outcomes",
                        key,
                        body),
                AnswerJson.class,
                () -> recordReturn.execute(command).map(TransferReturnResource::answer));
    }

    private RecordTransferReturn.Command command(UUID refundId, OutcomeJson body) {
        return new RecordTransferReturn.Command(
                actor.actor(),
                new RefundId(refundId),
                body.sent(),
                origins.current().reason().orElse(""));
    }

    private static RestResponse<AnswerJson> answer(RecordTransferReturn.Result result) {
        return switch (result) {
            case RecordTransferReturn.Result.Noted() ->
                    RestResponse.status(RestResponse.Status.CREATED, new AnswerJson("noted"));
            case RecordTransferReturn.Result.NotThere() ->
                    throw Problem.notFound("bank return").asException();
            case RecordTransferReturn.Result.Contradiction() ->
                    throw Problem.of(409, "already_decided", "Something else was said before.")
                            .asException();
            case RecordTransferReturn.Result.Forbidden() -> throw Problem.forbidden().asException();
            case RecordTransferReturn.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
