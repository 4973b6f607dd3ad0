package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.PayInvoice;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.invoicing.rest.InvoicePaymentJson.InvoicePaymentRequestJson;
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
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Paying one's own invoices. Those of others are not found. */
@Path("/api/v1/invoices/{id}/pay")
@Tag(name = "invoices")
@Authenticated
public final class InvoicePaymentResource {
    private final PayInvoice payInvoice;
    private final IdempotentCall idempotentCall;
    private final CurrentActor actor;

    @Inject
    InvoicePaymentResource(
            PayInvoice payInvoice, IdempotentCall idempotentCall, CurrentActor actor) {
        this.payInvoice = payInvoice;
        this.idempotentCall = idempotentCall;
        this.actor = actor;
    }

    /** Pays it; when the provider does not answer, look at the payment again. */
    @POST
    @Operation(
            operationId = "payInvoice",
            summary = "Pays an invoice, or begins to",
            description =
                    "Needs an Idempotency-Key. A payment that waits at the same provider is given"
                            + " again. Codes: invoice_state, not_enough_money,"
                            + " payment_method_unavailable, payment_refused.")
    @APIResponseSchema(value = InvoicePaymentJson.class, responseCode = "201")
    public Uni<RestResponse<InvoicePaymentJson>> pay(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid InvoicePaymentRequestJson body) {
        PayInvoice.Command command =
                new PayInvoice.Command(
                        actor.actor(), new InvoiceId(id), body.paymentMethod(), body.useWallet());
        return idempotentCall.run(
                new IdempotentCall.Keyed(
                        actor.account(), "POST /invoices/" + id + "/pay", key, body),
                InvoicePaymentJson.class,
                () -> payInvoice.execute(command).map(InvoicePaymentResource::answer));
    }

    private static RestResponse<InvoicePaymentJson> answer(PayInvoice.Result result) {
        return switch (result) {
            case PayInvoice.Result.Begun(var invoice, var payment) ->
                    RestResponse.status(
                            RestResponse.Status.CREATED,
                            new InvoicePaymentJson(
                                    invoice.id().value(),
                                    invoice.status().simple(),
                                    PaymentJson.of(payment)));
            case PayInvoice.Result.PaymentRefused() -> throw paymentRefused();
            case PayInvoice.Result.NoSuchPaymentMethod() -> throw noSuchMethod();
            case PayInvoice.Result.NotEnoughMoney(var available) -> throw notEnough(available);
            case PayInvoice.Result.Refused(var why) -> throw InvoiceProblems.of(why);
        };
    }

    static RuntimeException paymentRefused() {
        return Problem.of(
                        422,
                        "payment_refused",
                        "The payment provider does not take this payment. Choose another way to"
                                + " pay.")
                .asException();
    }

    static RuntimeException noSuchMethod() {
        return Problem.of(
                        422,
                        "payment_method_unavailable",
                        "The shop does not take this way to pay.")
                .asException();
    }

    private static RuntimeException notEnough(Money available) {
        return Problem.of(
                        422,
                        "not_enough_money",
                        "There is too little in the wallet. Fill it, or choose another way to pay.")
                .withParams(
                        Map.of(
                                "currency", available.asset().code(),
                                "available", available.toDecimal()))
                .asException();
    }
}
