package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.application.renewal.AutoRenewConsent;
import io.cybervpn.application.renewal.AutoRenewView;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a subscription is renewed by itself.
 *
 * @param method whose money it takes; null while it is off
 * @param termDays for how long each time; null while it is off
 * @param agreedPrice the most that is taken; null while it is off
 * @param agreedAt when the owner agreed; null while it is off
 * @param price of a renewal now, for the term and currency asked about, or agreed to; null when
 *     neither is there, or when it is not sold so
 * @param chargeAt when it is or would be taken next; null when nothing of this period is tried any
 *     more
 * @param waitsForConsent it costs more than was agreed to, and is not renewed until that is
 * @param failure why the last try of this period came to nothing: {@code not_enough_money}, {@code
 *     declined}, {@code method_gone}, {@code price_rose}, {@code plan_gone}, {@code not_paid} or
 *     {@code not_possible}
 * @param servedUntil the end, and the grace after it
 */
@Schema(name = "AutoRenew")
record AutoRenewJson(
        boolean enabled,
        @Schema(nullable = true) Optional<String> method,
        @Schema(nullable = true) Optional<Integer> termDays,
        @Schema(nullable = true) Optional<MoneyJson> agreedPrice,
        @Schema(nullable = true) Optional<Instant> agreedAt,
        @Schema(nullable = true) Optional<MoneyJson> price,
        @Schema(nullable = true) Optional<Instant> chargeAt,
        boolean waitsForConsent,
        @Schema(nullable = true) Optional<String> failure,
        Instant servedUntil,
        ConsentJson consent) {
    /**
     * The words to agree to.
     *
     * @param version to give back with the agreement
     */
    @Schema(name = "AutoRenewConsent")
    record ConsentJson(String version, String text) {}

    static AutoRenewJson of(AutoRenewView view, Languages languages) {
        return new AutoRenewJson(
                view.terms().isPresent(),
                view.terms().map(terms -> terms.by().code()),
                view.terms().map(terms -> terms.termDays()),
                view.terms().map(terms -> MoneyJson.of(terms.agreed())),
                view.agreedAt(),
                view.price().map(MoneyJson::of),
                view.chargeAt(),
                view.waitsForConsent(),
                view.failure(),
                view.servedUntil(),
                new ConsentJson(
                        AutoRenewConsent.VERSION, languages.pick(AutoRenewConsent.textI18n())));
    }
}
