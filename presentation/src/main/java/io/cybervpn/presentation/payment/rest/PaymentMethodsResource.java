package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.OfferPaymentMethods;
import io.cybervpn.application.payment.OfferPaymentMethods.Method;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The ways to pay, for a checkout; open to everybody. */
@Path("/api/v1/payment-methods")
@Tag(name = "payments")
@PermitAll
public final class PaymentMethodsResource {
    private final OfferPaymentMethods offerPaymentMethods;
    private final CurrentIdentityAssociation identities;

    @Inject
    PaymentMethodsResource(
            OfferPaymentMethods offerPaymentMethods, CurrentIdentityAssociation identities) {
        this.offerPaymentMethods = offerPaymentMethods;
        this.identities = identities;
    }

    /**
     * A way to pay.
     *
     * @param code what an order names it by
     * @param label its name in the caller's language; null where the client has one
     */
    @Schema(name = "PaymentMethod")
    public record MethodJson(String code, @Schema(nullable = true) @Nullable String label) {}

    /** In the order to show them. */
    @Schema(name = "PaymentMethodList")
    public record ListJson(List<MethodJson> items) {}

    /**
     * What is offered to this caller for this amount. A build of an app store says {@code
     * storeApp=true} and sees no ways to pay that its store forbids.
     */
    @GET
    @Operation(operationId = "listPaymentMethods", summary = "Lists the ways to pay")
    public Uni<RestResponse<ListJson>> list(
            @QueryParam("amount") @Nullable String amount,
            @QueryParam("currency") @DefaultValue("RUB") String currency,
            @QueryParam("country") @Pattern(regexp = "[A-Z]{2}") @Nullable String country,
            @QueryParam("storeApp") @DefaultValue("false") boolean storeApp,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
        Optional<Money> wanted = Optional.ofNullable(amount).map(text -> money(text, currency));
        // Open to guests, so that nobody has asked yet who calls.
        return identities
                .getDeferredIdentity()
                .chain(
                        identity ->
                                offerPaymentMethods.execute(
                                        new OfferPaymentMethods.Query(
                                                CurrentActor.accountOf(identity),
                                                wanted,
                                                Optional.ofNullable(country),
                                                storeApp)))
                .map(methods -> answer(methods, Languages.of(acceptLanguage)));
    }

    private static RestResponse<ListJson> answer(List<Method> methods, Languages languages) {
        List<Map<String, String>> labels =
                methods.stream().map(Method::label).filter(label -> !label.isEmpty()).toList();
        return languages.answer(
                new ListJson(methods.stream().map(method -> json(method, languages)).toList()),
                labels);
    }

    private static MethodJson json(Method method, Languages languages) {
        return new MethodJson(
                method.code(), method.label().isEmpty() ? null : languages.pick(method.label()));
    }

    private static Money money(String amount, String currency) {
        return Asset.find(currency)
                .flatMap(asset -> Money.parse(amount, asset))
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                                "/amount",
                                                "invalid",
                                                "An amount that is exact in a known currency.")
                                        .asException());
    }
}
