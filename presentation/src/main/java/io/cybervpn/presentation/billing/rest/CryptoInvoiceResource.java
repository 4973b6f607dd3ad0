package io.cybervpn.presentation.billing.rest;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The older door to the same checkout (R88): orders, and answers with the payment. */
@Path("/api/v1/payments")
@Authenticated
@Tag(name = "payments")
public final class CryptoInvoiceResource {
    private static final String PROVIDER = "cryptobot";

    private final Checkouts checkouts;
    private final CurrentActor actor;

    @Inject
    CryptoInvoiceResource(Checkouts checkouts, CurrentActor actor) {
        this.checkouts = checkouts;
        this.actor = actor;
    }

    /** Orders a plan, to be paid through Crypto Pay. */
    @POST
    @Path("/crypto/invoice")
    @Operation(
            operationId = "createCryptoInvoice",
            summary = "Orders a plan and gets its Crypto Pay invoice",
            description = "As placeOrder, with cryptobot as the way to pay.")
    @APIResponseSchema(value = PaymentJson.class, responseCode = "201")
    public Uni<RestResponse<PaymentJson>> create(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid InvoiceRequestJson body) {
        return checkouts.order(
                new Checkouts.Door(actor, "POST /payments/crypto/invoice", key, body),
                new Checkouts.Wish(
                        body.planId(),
                        body.termDays(),
                        body.currency(),
                        Optional.ofNullable(body.subscriptionId()),
                        PROVIDER,
                        false),
                PaymentJson.class,
                CryptoInvoiceResource::payment);
    }

    /** Only a call that is repeated after its order has run out finds no payment. */
    private static PaymentJson payment(Checkouts.Ordered ordered) {
        return ordered.payment()
                .map(PaymentJson::of)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                409,
                                                "order_over",
                                                "The order of this key waits for no money any"
                                                        + " more. Use a new key.")
                                        .asException());
    }
}
