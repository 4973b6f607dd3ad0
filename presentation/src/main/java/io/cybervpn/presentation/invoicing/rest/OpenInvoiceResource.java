package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.PayByLink;
import io.cybervpn.application.invoicing.ViewPayLink;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.presentation.invoicing.rest.OpenInvoiceJson.OpenInvoicePaymentJson;
import io.cybervpn.presentation.invoicing.rest.OpenInvoiceJson.OpenInvoicePaymentRequestJson;
import io.cybervpn.presentation.payment.rest.PaymentJson;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Invoices for whoever has a link to one, without any login. A token that is unknown, over or
 * revoked gets the same answer, so that nothing can be guessed.
 */
@Path("/api/v1/pay/{token}")
@Tag(name = "invoices")
@PermitAll
public final class OpenInvoiceResource {
    private final ViewPayLink viewPayLink;
    private final PayByLink payByLink;

    @Inject
    OpenInvoiceResource(ViewPayLink viewPayLink, PayByLink payByLink) {
        this.viewPayLink = viewPayLink;
        this.payByLink = payByLink;
    }

    /** What is to be paid. */
    @GET
    @Operation(
            operationId = "getInvoiceByLink",
            summary = "Shows whoever has a link the invoice that it is for",
            description = "Code: pay_link_not_found.")
    @APIResponseSchema(OpenInvoiceJson.class)
    public Uni<RestResponse<OpenInvoiceJson>> get(
            @PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return viewPayLink
                .execute(new ViewPayLink.Query(token))
                .map(result -> answer(result, Languages.of(language)));
    }

    /** Begins a payment at a provider, or gives the one again that waits there. */
    @POST
    @Path("/payments")
    @Operation(
            operationId = "payInvoiceByLink",
            summary = "Begins to pay the invoice of a link at a provider",
            description =
                    "Repeatable: a payment that waits at the same provider is given again. Codes:"
                            + " pay_link_not_found, invoice_state, payment_method_unavailable,"
                            + " payment_refused.")
    @APIResponseSchema(value = OpenInvoicePaymentJson.class, responseCode = "201")
    public Uni<RestResponse<OpenInvoicePaymentJson>> pay(
            @PathParam("token") String token, @NotNull @Valid OpenInvoicePaymentRequestJson body) {
        return payByLink
                .execute(new PayByLink.Command(token, body.paymentMethod()))
                .map(OpenInvoiceResource::answer);
    }

    private static RestResponse<OpenInvoiceJson> answer(
            ViewPayLink.Result result, Languages languages) {
        return switch (result) {
            case ViewPayLink.Result.Found found ->
                    unseen(RestResponse.Status.OK, OpenInvoiceJson.of(found, languages));
            case ViewPayLink.Result.NoSuchLink() -> throw noSuchLink();
        };
    }

    private static RestResponse<OpenInvoicePaymentJson> answer(PayByLink.Result result) {
        return switch (result) {
            case PayByLink.Result.Begun(var payment) ->
                    unseen(RestResponse.Status.CREATED, json(payment));
            case PayByLink.Result.NotOwed(var status) ->
                    throw Problem.of(409, "invoice_state", "The invoice is not owed any more.")
                            .withParams(Map.of("state", status.code()))
                            .asException();
            case PayByLink.Result.NoSuchPaymentMethod() ->
                    throw InvoicePaymentResource.noSuchMethod();
            case PayByLink.Result.PaymentRefused() -> throw InvoicePaymentResource.paymentRefused();
            case PayByLink.Result.NoSuchLink() -> throw noSuchLink();
        };
    }

    private static OpenInvoicePaymentJson json(PaymentView payment) {
        return new OpenInvoicePaymentJson(
                PaymentJson.statusOf(payment.state()),
                payment.payUrl().orElse(null),
                payment.miniAppUrl().orElse(null));
    }

    /** Neither caches nor other sites learn the address that opens it. */
    private static <T> RestResponse<T> unseen(RestResponse.Status status, T body) {
        return RestResponse.ResponseBuilder.create(status, body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static RuntimeException noSuchLink() {
        return Problem.of(404, "pay_link_not_found", "This link opens nothing, or not any more.")
                .asException();
    }
}
