package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.Quote;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.presentation.shared.rest.Languages;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Prices for everybody, without a login (R23). */
@Path("/api/v1/quotes")
@PermitAll
@Tag(name = "orders")
public final class QuoteResource {
    private final Quote quote;

    @Inject
    QuoteResource(Quote quote) {
        this.quote = quote;
    }

    /** Prices a wish; changes nothing. */
    @POST
    @Operation(
            operationId = "createQuote",
            summary = "Prices a plan for a term",
            description =
                    "Codes: plan_not_found, plan_not_on_sale, term_not_offered,"
                            + " currency_not_offered, currency_unknown.")
    @APIResponseSchema(value = QuoteJson.class, responseCode = "200")
    public Uni<RestResponse<QuoteJson>> quote(
            @NotNull @Valid QuoteRequestJson body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return quote.execute(
                        new Quote.Query(
                                new PlanId(body.planId()),
                                body.termDays(),
                                Currencies.parse(body.currency())))
                .map(result -> answer(result, Languages.of(language)));
    }

    private static RestResponse<QuoteJson> answer(Quote.Result result, Languages languages) {
        return switch (result) {
            case Quote.Result.Quoted(var quotation) ->
                    languages.answer(
                            QuoteJson.of(quotation, languages),
                            quotation.lines().stream().map(Quotation.Line::description).toList());
            case Quote.Result.Refused(var reason) -> throw Refusals.problem(reason);
        };
    }
}
