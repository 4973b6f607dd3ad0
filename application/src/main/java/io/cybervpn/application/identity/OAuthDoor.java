package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.IdentityProviders;
import io.cybervpn.application.identity.port.IdentityProviders.Redeemed;
import io.cybervpn.application.identity.port.IdentityProviders.Vouched;
import io.cybervpn.application.identity.port.OAuthFlows;
import io.cybervpn.application.identity.port.OAuthFlows.Flow;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Looks at what somebody brings back from an identity provider, as often as the gate lets him. */
@Singleton
final class OAuthDoor {
    private final Gate gate;
    private final OAuthFlows flows;
    private final IdentityProviders providers;
    private final SecurityTrail trail;

    @Inject
    OAuthDoor(Gate gate, OAuthFlows flows, IdentityProviders providers, SecurityTrail trail) {
        this.gate = gate;
        this.flows = flows;
        this.providers = providers;
        this.trail = trail;
    }

    /** What the look gave. */
    sealed interface Seen {
        /**
         * The provider vouches for him.
         *
         * @param email his for sure, as the provider says
         */
        record Known(Links.Person person, Optional<Email> email) implements Seen {}

        /** The journey is over, or of another browser: which of them is not said. */
        record Gone() implements Seen {}

        /** Nobody vouches for him. */
        record Refused() implements Seen {}

        /** The provider does not answer. */
        record Unavailable() implements Seen {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Seen {}
    }

    /**
     * Looks; the journey is over by it, whatever it gave.
     *
     * @param linkTo what the journey must have been for
     * @param locale what he wants to be spoken to in, when the provider does not say
     */
    Uni<Seen> look(OAuthReturn back, Optional<AccountId> linkTo, String locale, String address) {
        return gate.proof(address).chain(verdict -> look(verdict, back, linkTo, locale));
    }

    private Uni<Seen> look(
            Verdict verdict, OAuthReturn back, Optional<AccountId> linkTo, String locale) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Seen.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    flows.take(back.state())
                            .map(found -> found.filter(flow -> isSame(flow, back, linkTo)))
                            .chain(found -> redeem(found, back, locale));
        };
    }

    private static boolean isSame(Flow flow, OAuthReturn back, Optional<AccountId> linkTo) {
        return flow.journey().provider().equals(back.provider())
                && flow.secret().equals(TokenDesk.hash(back.secret()))
                && flow.linkTo().equals(linkTo);
    }

    private Uni<Seen> redeem(Optional<Flow> found, OAuthReturn back, String locale) {
        return found.map(
                        flow ->
                                providers
                                        .redeem(flow.journey(), back.code(), back.issuer())
                                        .map(redeemed -> seen(redeemed, flow, locale)))
                .orElseGet(() -> answer(new Seen.Gone()));
    }

    private Seen seen(Redeemed redeemed, Flow flow, String locale) {
        return switch (redeemed) {
            case Redeemed.Refused() -> refused(flow);
            case Redeemed.Unavailable() -> new Seen.Unavailable();
            case Redeemed.Genuine(var vouched) -> known(vouched, flow, locale);
        };
    }

    private Seen refused(Flow flow) {
        trail.noteNobody(SecurityEventType.PROOF_REFUSED, "provider " + flow.journey().provider());
        return new Seen.Refused();
    }

    private static Seen known(Vouched vouched, Flow flow, String locale) {
        LanguageTag language =
                vouched.locale()
                        .flatMap(LanguageTag::parse)
                        .or(() -> LanguageTag.parse(locale))
                        .orElse(LanguageTag.ENGLISH);
        return new Seen.Known(
                new Links.Person(
                        new ExternalId(flow.journey().provider(), vouched.subject()),
                        vouched.shownAs().or(flow::shownAs),
                        language),
                vouched.email().flatMap(Email::parse));
    }

    private static Uni<Seen> answer(Seen seen) {
        return Uni.createFrom().item(seen);
    }
}
