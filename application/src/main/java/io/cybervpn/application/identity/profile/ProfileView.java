package io.cybervpn.application.identity.profile;

import io.cybervpn.domain.identity.model.Consents;
import io.cybervpn.domain.identity.model.Profile;
import java.time.Instant;
import java.util.Optional;

/**
 * A profile as its owner and staff see it.
 *
 * @param timeZone an IANA id
 * @param version to be sent back with an edit
 */
public record ProfileView(
        Optional<String> displayName,
        Optional<String> timeZone,
        Optional<MarketingView> marketing,
        Optional<TermsView> terms,
        long version) {
    /** His latest word about offers; without one they do not go to him. */
    public record MarketingView(boolean optIn, Instant at, String source) {}

    /** The newest version of the terms that he accepted. */
    public record TermsView(String version, Instant at) {}

    /** What others see of a profile. */
    public static ProfileView of(Profile profile) {
        Consents consents = profile.consents();
        return new ProfileView(
                profile.displayName(),
                profile.timeZone(),
                consents.marketing()
                        .map(said -> new MarketingView(said.optIn(), said.at(), said.source())),
                consents.terms().map(accepted -> new TermsView(accepted.version(), accepted.at())),
                profile.version());
    }
}
