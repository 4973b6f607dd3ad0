package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.TopUpWallet;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.billing.rest.TopUpJson.TopUpRequestJson;
import io.cybervpn.presentation.payment.rest.PaymentJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Filling the caller's own wallet. */
@Path("/api/v1/wallet/top-ups")
@Authenticated
@Tag(name = "wallet")
public final class TopUpResource {
    private static final String OPERATION = "POST /wallet/top-ups";

    private final TopUpWallet topUpWallet;
    private final IdempotentCall idempotentCall;
    private final CurrentActor actor;

    @Inject
    TopUpResource(TopUpWallet topUpWallet, IdempotentCall idempotentCall, CurrentActor actor) {
        this.topUpWallet = topUpWallet;
        this.idempotentCall = idempotentCall;
        this.actor = actor;
    }

    /** Asks the provider for an invoice; when it does not answer, look at the payment again. */
    @POST
    @Operation(
            operationId = "topUpWallet",
            summary = "Begins to fill the own wallet",
            description =
                    "Repeat it with the same Idempotency-Key and body to get the same answer. Codes:"
                            + " amount_not_possible, payment_method_unavailable, payment_refused,"
                            + " top_up_over.")
    @APIResponseSchema(value = TopUpJson.class, responseCode = "201")
    public Uni<RestResponse<TopUpJson>> topUp(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid TopUpRequestJson body) {
        IdempotentCall.Keyed keyed =
                new IdempotentCall.Keyed(actor.account(), OPERATION, key, body);
        TopUpWallet.Command command =
                new TopUpWallet.Command(
                        actor.actor(),
                        amount(body),
                        body.paymentMethod(),
                        OPERATION + " " + keyed.requiredKey());
        return idempotentCall.run(
                keyed,
                TopUpJson.class,
                () -> topUpWallet.execute(command).map(TopUpResource::answer));
    }

    private static Money amount(TopUpRequestJson body) {
        return body.amount().toMoney().orElseThrow(TopUpResource::notPossible);
    }

    private static RuntimeException notPossible() {
        return Problem.of(
                        422,
                        "amount_not_possible",
                        "More than nothing, not beyond reason, and exact in a known currency.")
                .asException();
    }

    private static RestResponse<TopUpJson> answer(TopUpWallet.Result result) {
        return switch (result) {
            case TopUpWallet.Result.Begun(var id, var payment) ->
                    RestResponse.status(
                            RestResponse.Status.CREATED,
                            new TopUpJson(id.value(), PaymentJson.of(payment)));
            case TopUpWallet.Result.Over() ->
                    throw Problem.of(
                                    409,
                                    "top_up_over",
                                    "The top-up of this key waits for no money any more. Use a new"
                                            + " key.")
                            .asException();
            case TopUpWallet.Result.PaymentRefused() ->
                    throw Problem.of(
                                    422,
                                    "payment_refused",
                                    "The payment provider does not take this payment. Choose"
                                            + " another currency, amount or way to pay.")
                            .asException();
            case TopUpWallet.Result.NotPossible() -> throw notPossible();
            case TopUpWallet.Result.Refused(var reason) -> throw Refusals.problem(reason);
        };
    }
}
