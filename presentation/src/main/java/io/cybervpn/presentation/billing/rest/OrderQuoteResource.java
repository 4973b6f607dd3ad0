package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.PriceSplit;
import io.cybervpn.application.billing.Quote;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Prices for one buyer: with what his wallet would pay of them. */
@Path("/api/v1/orders/quotes")
@Authenticated
@Tag(name = "orders")
public final class OrderQuoteResource {
    private final Quote quote;
    private final PriceSplit priceSplit;
    private final CurrentActor actor;

    @Inject
    OrderQuoteResource(Quote quote, PriceSplit priceSplit, CurrentActor actor) {
        this.quote = quote;
        this.priceSplit = priceSplit;
        this.actor = actor;
    }

    /** Prices a wish and splits the price; changes nothing. */
    @POST
    @Operation(
            operationId = "quoteOrder",
            summary = "Prices an order, and says what the own wallet would pay of it",
            description = "Codes: as createQuote.")
    @APIResponseSchema(value = OrderQuoteJson.class, responseCode = "200")
    public Uni<RestResponse<OrderQuoteJson>> quote(
            @NotNull @Valid OrderQuoteRequestJson body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return quote.execute(
                        new Quote.Query(
                                new PlanId(body.planId()),
                                body.termDays(),
                                Currencies.parse(body.currency())))
                .map(OrderQuoteResource::quotation)
                .chain(quotation -> split(quotation, body, Languages.of(language)));
    }

    private static Quotation quotation(Quote.Result result) {
        return switch (result) {
            case Quote.Result.Quoted(var quotation) -> quotation;
            case Quote.Result.Refused(var reason) -> throw Refusals.problem(reason);
        };
    }

    private Uni<RestResponse<OrderQuoteJson>> split(
            Quotation quotation, OrderQuoteRequestJson body, Languages languages) {
        return priceSplit
                .execute(
                        new PriceSplit.Query(
                                actor.actor(),
                                quotation.total(),
                                Optional.ofNullable(body.paymentMethod())))
                .map(split -> split.orElseThrow(() -> Problem.forbidden().asException()))
                .map(
                        split ->
                                languages.answer(
                                        OrderQuoteJson.of(quotation, split, languages),
                                        quotation.lines().stream()
                                                .map(Quotation.Line::description)
                                                .toList()));
    }
}
