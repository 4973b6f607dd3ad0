package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.AddOnWish;
import io.cybervpn.application.billing.PriceSplit;
import io.cybervpn.application.billing.QuoteAddOn;
import io.cybervpn.application.subscription.ListAddOns;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
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
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Add-ons of an own subscription: traffic and places for devices, with periods of their own. */
@Path("/api/v1/subscriptions/{id}/add-ons")
@Authenticated
@Tag(name = "subscriptions")
public final class SubscriptionAddOnResource {
    private final ListAddOns listAddOns;
    private final QuoteAddOn quoteAddOn;
    private final PriceSplit priceSplit;
    private final Checkouts checkouts;
    private final CurrentActor actor;

    @Inject
    SubscriptionAddOnResource(
            ListAddOns listAddOns,
            QuoteAddOn quoteAddOn,
            PriceSplit priceSplit,
            Checkouts checkouts,
            CurrentActor actor) {
        this.listAddOns = listAddOns;
        this.quoteAddOn = quoteAddOn;
        this.priceSplit = priceSplit;
        this.checkouts = checkouts;
        this.actor = actor;
    }

    /** Lists what it has and had. */
    @GET
    @Operation(operationId = "listSubscriptionAddOns", summary = "Lists add-ons of a subscription")
    public Uni<OwnAddOnJson.Listed> list(@PathParam("id") UUID id) {
        return listAddOns
                .execute(new ListAddOns.Query(actor.actor(), new SubscriptionId(id)))
                .map(SubscriptionAddOnResource::answer);
    }

    private static OwnAddOnJson.Listed answer(ListAddOns.Result result) {
        return switch (result) {
            case ListAddOns.Result.Listed(var addOns) ->
                    new OwnAddOnJson.Listed(addOns.stream().map(OwnAddOnJson::of).toList());
            case ListAddOns.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
        };
    }

    /** Prices an add-on and splits the price; changes nothing. */
    @POST
    @Path("/quotes")
    @Operation(
            operationId = "quoteAddOn",
            summary = "Prices an add-on, and says what the own wallet would pay of it",
            description = "Codes: as orderAddOn.")
    @APIResponseSchema(value = OrderQuoteJson.class, responseCode = "200")
    public Uni<RestResponse<OrderQuoteJson>> quote(
            @PathParam("id") UUID id,
            @NotNull @Valid AddOnQuoteRequestJson body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return quoteAddOn
                .execute(
                        new QuoteAddOn.Query(
                                actor.actor(),
                                new AddOnWish(id, new AddOnId(body.addOnId())),
                                Currencies.parse(body.currency())))
                .map(SubscriptionAddOnResource::quotation)
                .chain(quotation -> split(quotation, body, Languages.of(language)));
    }

    private static Quotation quotation(QuoteAddOn.Result result) {
        return switch (result) {
            case QuoteAddOn.Result.Quoted(var quotation) -> quotation;
            case QuoteAddOn.Result.Refused(var reason) -> throw Refusals.problem(reason);
        };
    }

    private Uni<RestResponse<OrderQuoteJson>> split(
            Quotation quotation, AddOnQuoteRequestJson body, Languages languages) {
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

    /** Orders an add-on; it counts from when it is paid. */
    @POST
    @Operation(
            operationId = "orderAddOn",
            summary = "Orders an add-on for an own subscription",
            description =
                    "Idempotency-Key is required. The add-on counts from its payment on for its own"
                            + " days, whatever becomes of the subscription's time. Codes:"
                            + " subscription_not_found, subscription_expired, add_on_not_on_sale,"
                            + " currency_not_offered, nothing_to_add, and those of placeOrder.")
    @APIResponseSchema(value = OrderJson.class, responseCode = "201")
    public Uni<RestResponse<OrderJson>> order(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid AddOnRequestJson body) {
        return checkouts.order(
                new Checkouts.Door(actor, "POST /subscriptions/" + id + "/add-ons", key, body),
                Checkouts.Wish.addOn(
                        new AddOnWish(id, new AddOnId(body.addOnId())),
                        body.currency(),
                        body.paymentMethod(),
                        body.useWallet()),
                OrderJson.class,
                ordered -> OrderJson.of(ordered.order()));
    }
}
