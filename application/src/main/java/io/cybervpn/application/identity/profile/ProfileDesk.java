package io.cybervpn.application.identity.profile;

import io.cybervpn.domain.identity.ProfileChange;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Consents;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.cybervpn.domain.identity.model.Profile;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Profiles;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Edits the profile of a locked account. Works in the open unit of work. */
@Singleton
public final class ProfileDesk {
    private final Accounts accounts;
    private final Profiles profiles;
    private final Clock clock;

    @Inject
    ProfileDesk(Accounts accounts, Profiles profiles, Clock clock) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * What an edit gave.
     *
     * @param changes for the audit trail; without the name, which outlives nobody
     */
    public record Edited(Account account, ProfileView profile, Changes changes) {}

    /** The profile as it is. */
    public Uni<ProfileView> view(Account account) {
        return profiles.of(account.id()).map(ProfileView::of);
    }

    /**
     * Stores an edit without flaws; empty when the editor saw another version.
     *
     * @param seen the version that the editor saw; empty: he does not care
     * @param source through what it came, such as {@code web}
     */
    public Uni<Optional<Edited>> edit(
            Account account, Optional<Long> seen, ProfileChange change, String source) {
        return profiles.of(account.id())
                .chain(
                        now ->
                                seen.filter(version -> version != now.version()).isPresent()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : store(account, now, change, source));
    }

    private Uni<Optional<Edited>> store(
            Account account, Profile now, ProfileChange change, String source) {
        Profile next =
                now.edit(
                        change,
                        new Profile.Occasion(
                                clock.instant().truncatedTo(ChronoUnit.MILLIS), source));
        Account spoken =
                change.locale()
                        .wanted()
                        .flatMap(LanguageTag::parse)
                        .map(account::withLocale)
                        .orElse(account);
        Edited edited =
                new Edited(spoken, ProfileView.of(next), changes(account, spoken, now, next));
        return accounts.save(spoken)
                .chain(() -> profiles.put(next))
                .replaceWith(Optional.of(edited));
    }

    private static Changes changes(Account before, Account after, Profile was, Profile is) {
        Changes changes = Changes.between(said(before, was), said(after, is));
        return was.displayName().equals(is.displayName()) ? changes : changes.hidden("displayName");
    }

    private static Map<String, Object> said(Account account, Profile profile) {
        Map<String, Object> said = new HashMap<>();
        said.put("locale", account.locale().value());
        profile.timeZone().ifPresent(zone -> said.put("timeZone", zone));
        Consents consents = profile.consents();
        consents.marketing().ifPresent(word -> said.put("marketingOptIn", word.optIn()));
        consents.terms().ifPresent(accepted -> said.put("termsVersion", accepted.version()));
        return said;
    }
}
