package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.application.renewal.AutoRenewConsent;
import io.cybervpn.application.renewal.SetAutoRenew;
import io.cybervpn.application.renewal.ViewAutoRenew;
import io.cybervpn.domain.renewal.ChargeBy;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Whether an own subscription is renewed by itself (R95). */
@Path("/api/v1/subscriptions/{id}/auto-renew")
@Authenticated
@Tag(name = "subscriptions")
public final class AutoRenewResource {
    private final ViewAutoRenew viewAutoRenew;
    private final SetAutoRenew setAutoRenew;
    private final CurrentActor actor;

    @Inject
    AutoRenewResource(ViewAutoRenew viewAutoRenew, SetAutoRenew setAutoRenew, CurrentActor actor) {
        this.viewAutoRenew = viewAutoRenew;
        this.setAutoRenew = setAutoRenew;
        this.actor = actor;
    }

    /** Shows it, with the price, the date and the words that an agreement needs. */
    @GET
    @Operation(
            operationId = "getAutoRenew",
            summary = "Shows whether an own subscription is renewed by itself, and for how much",
            description =
                    "With termDays and currency: what it would cost. Show price, chargeAt and"
                            + " consent before switching it on.")
    @APIResponseSchema(value = AutoRenewJson.class, responseCode = "200")
    public Uni<RestResponse<AutoRenewJson>> get(
            @PathParam("id") UUID id,
            @QueryParam("termDays") @Min(1) @Max(3650) @Nullable Integer termDays,
            @QueryParam("currency") @Nullable String currency,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return show(id, wanted(termDays, currency), Languages.of(language));
    }

    /** Switches it on or off; repeatable. */
    @PUT
    @Operation(
            operationId = "setAutoRenew",
            summary = "Switches the renewal of an own subscription on or off",
            description =
                    "On needs method, termDays, shownPrice and consentVersion. Codes:"
                            + " price_changed, consent_text_changed, not_for_sale,"
                            + " saved_method_not_found, subscription_terminated,"
                            + " subscription_of_app_store, charged_by_provider.")
    @APIResponseSchema(value = AutoRenewJson.class, responseCode = "200")
    public Uni<RestResponse<AutoRenewJson>> set(
            @PathParam("id") UUID id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language,
            @NotNull @Valid AutoRenewRequestJson body) {
        return setAutoRenew
                .execute(
                        new SetAutoRenew.Command(actor.actor(), new SubscriptionId(id), wish(body)))
                .invoke(AutoRenewResource::check)
                .chain(() -> show(id, Optional.empty(), Languages.of(language)));
    }

    private Uni<RestResponse<AutoRenewJson>> show(
            UUID id, Optional<ViewAutoRenew.Wanted> wanted, Languages languages) {
        return viewAutoRenew
                .execute(new ViewAutoRenew.Query(actor.actor(), new SubscriptionId(id), wanted))
                .map(result -> answer(result, languages));
    }

    private static RestResponse<AutoRenewJson> answer(
            ViewAutoRenew.Result result, Languages languages) {
        return switch (result) {
            case ViewAutoRenew.Result.Shown(var view) ->
                    languages.answer(
                            AutoRenewJson.of(view, languages),
                            List.of(AutoRenewConsent.textI18n()));
            case ViewAutoRenew.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
        };
    }

    private static Optional<ViewAutoRenew.Wanted> wanted(
            @Nullable Integer termDays, @Nullable String currency) {
        if (termDays == null && currency == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ViewAutoRenew.Wanted(
                        given(termDays, "/termDays"), asset(given(currency, "/currency"))));
    }

    private static Asset asset(String code) {
        return Asset.find(code)
                .orElseThrow(
                        () ->
                                Problem.invalid("/currency", "unknown", "No such currency here.")
                                        .asException());
    }

    private static Optional<SetAutoRenew.Wish> wish(AutoRenewRequestJson body) {
        if (!Boolean.TRUE.equals(body.enabled())) {
            return Optional.empty();
        }
        Terms terms =
                new Terms(
                        method(given(body.method(), "/method")),
                        given(body.termDays(), "/termDays"),
                        money(given(body.shownPrice(), "/shownPrice")));
        return Optional.of(
                new SetAutoRenew.Wish(terms, given(body.consentVersion(), "/consentVersion")));
    }

    private static <T> T given(@Nullable T value, String pointer) {
        if (value == null) {
            throw Problem.invalid(pointer, "required", "This is missing.").asException();
        }
        return value;
    }

    private static ChargeBy method(String code) {
        return ChargeBy.find(code)
                .orElseThrow(
                        () ->
                                Problem.invalid("/method", "unknown", "No such way to pay.")
                                        .asException());
    }

    private static Money money(MoneyJson json) {
        return json.toMoney()
                .filter(amount -> !amount.isZero())
                .orElseThrow(
                        () ->
                                Problem.invalid("/shownPrice", "invalid", "Not such an amount.")
                                        .asException());
    }

    private static void check(SetAutoRenew.Result result) {
        switch (result) {
            case SetAutoRenew.Result.Set() -> {}
            case SetAutoRenew.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case SetAutoRenew.Result.OfAppStore() ->
                    throw conflict(
                            "subscription_of_app_store",
                            "An app store renews it; only there it can be changed.");
            case SetAutoRenew.Result.ByProvider() ->
                    throw conflict(
                            "charged_by_provider",
                            "A payment provider charges for it by itself; end that first.");
            case SetAutoRenew.Result.Gone() ->
                    throw conflict(
                            "subscription_terminated",
                            "It was taken away; a payment brings it back.");
            case SetAutoRenew.Result.NotForSale() ->
                    throw Problem.of(
                                    422,
                                    "not_for_sale",
                                    "Its plan is not sold for this term in this currency.")
                            .asException();
            case SetAutoRenew.Result.NoSuchMethod() ->
                    throw Problem.of(
                                    422,
                                    "saved_method_not_found",
                                    "You have let us keep no such way to pay.")
                            .asException();
            case SetAutoRenew.Result.PriceChanged(var price) -> throw priceChanged(price);
            case SetAutoRenew.Result.TextChanged(var version) ->
                    throw Problem.of(
                                    409,
                                    "consent_text_changed",
                                    "Show the words of now, and ask again.")
                            .withParams(Map.of("version", version))
                            .asException();
        }
    }

    private static ProblemException conflict(String code, String text) {
        return Problem.of(409, code, text).asException();
    }

    private static ProblemException priceChanged(Money price) {
        return Problem.of(409, "price_changed", "It costs something else now.")
                .withParams(Map.of("price", price.toDecimal(), "currency", price.asset().code()))
                .asException();
    }
}
