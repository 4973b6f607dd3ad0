package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.ListRefunds;
import io.cybervpn.application.payment.RequestRefund;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.presentation.payment.rest.RefundJson.RefundAnswerJson;
import io.cybervpn.presentation.payment.rest.RefundJson.RefundListJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Refunds of a payment: {@code payments:read} to see them, {@code payments:refund} to make one. */
@Path("/api/v1/admin/payments/{id}/refunds")
@Tag(name = "admin-payments")
@Authenticated
public final class RefundResource {
    private static final int KEY_LENGTH_MAX = 255;

    private final RequestRefund requestRefund;
    private final ListRefunds listRefunds;
    private final CurrentActor actor;
    private final Origins origins;

    @Inject
    RefundResource(
            RequestRefund requestRefund,
            ListRefunds listRefunds,
            CurrentActor actor,
            Origins origins) {
        this.requestRefund = requestRefund;
        this.listRefunds = listRefunds;
        this.actor = actor;
        this.origins = origins;
    }

    /** All of them, oldest first. */
    @GET
    @Operation(operationId = "adminListRefunds", summary = "Lists the refunds of a payment")
    public Uni<RefundListJson> list(@PathParam("id") UUID id) {
        return listRefunds
                .execute(new ListRefunds.Query(actor.actor(), new PaymentId(id)))
                .map(RefundResource::answer);
    }

    /** Promises money; it is sent soon after. 202 where somebody else has to agree first. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminRefundPayment",
            summary = "Gives money of a payment back",
            description =
                    "Repeat it with the same Idempotency-Key and body to get the same refund."
                            + " Codes: not_paid, not_settled_yet, nothing_left, too_much,"
                            + " amount_not_exact, refund_not_supported, payer_gone, key_reused.")
    public Uni<RestResponse<RefundAnswerJson>> refund(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid RefundRequestJson body) {
        return requestRefund
                .execute(
                        new RequestRefund.Command(
                                actor.actor(),
                                new PaymentId(id),
                                Optional.ofNullable(body.amount()),
                                body.to().equals("wallet"),
                                required(key),
                                origins.current().reason().orElse("")))
                .map(RefundResource::answer);
    }

    private static String required(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw Problem.of(
                            400,
                            "idempotency_key_missing",
                            "Send a header Idempotency-Key of 1 to 255 characters.")
                    .asException();
        }
        return key;
    }

    private static RefundListJson answer(ListRefunds.Result result) {
        return switch (result) {
            case ListRefunds.Result.Listed(var refunds) -> RefundListJson.of(refunds);
            case ListRefunds.Result.NoSuchPayment() ->
                    throw Problem.notFound("payment").asException();
            case ListRefunds.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static RestResponse<RefundAnswerJson> answer(RequestRefund.Result result) {
        return switch (result) {
            case RequestRefund.Result.Promised(var refund) ->
                    RestResponse.status(
                            RestResponse.Status.CREATED,
                            new RefundAnswerJson(RefundJson.of(refund), null));
            case RequestRefund.Result.NeedsApproval(var approval) ->
                    RestResponse.status(
                            RestResponse.Status.ACCEPTED,
                            new RefundAnswerJson(null, approval.id().value()));
            case RequestRefund.Result.NoSuchPayment() ->
                    throw Problem.notFound("payment").asException();
            case RequestRefund.Result.Refused(var code) ->
                    throw Problem.of(409, code, "This money cannot go back so.").asException();
            case RequestRefund.Result.Forbidden() -> throw Problem.forbidden().asException();
            case RequestRefund.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
