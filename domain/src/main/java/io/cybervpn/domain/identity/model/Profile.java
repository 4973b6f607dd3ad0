package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.FieldEdit;
import io.cybervpn.domain.identity.ProfileChange;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody says of himself; his language is the account's.
 *
 * @param displayName as he wants to be called
 * @param timeZone an IANA id
 * @param version grows by one with each edit, 0 before the first
 */
public record Profile(
        AccountId account,
        Optional<String> displayName,
        Optional<String> timeZone,
        Consents consents,
        long version) {
    /** When and through what an edit came. */
    public record Occasion(Instant at, String source) {}

    /** Of somebody who has said nothing. */
    public static Profile empty(AccountId account) {
        return new Profile(account, Optional.empty(), Optional.empty(), Consents.NONE, 0);
    }

    /**
     * The profile after an edit without flaws. What is said again keeps the time when it was said
     * first. Pure.
     */
    public Profile edit(ProfileChange change, Occasion occasion) {
        return new Profile(
                account,
                next(displayName, change.displayName()),
                next(timeZone, change.timeZone()),
                new Consents(
                        marketing(change.marketing(), occasion), terms(change.terms(), occasion)),
                version + 1);
    }

    private static Optional<String> next(Optional<String> now, FieldEdit<String> edit) {
        return switch (edit) {
            case FieldEdit.Keep<String> _ -> now;
            case FieldEdit.Clear<String> _ -> Optional.empty();
            case FieldEdit.To<String>(var value) -> Optional.of(value);
        };
    }

    private Optional<Consents.Marketing> marketing(FieldEdit<Boolean> edit, Occasion occasion) {
        Optional<Consents.Marketing> now = consents.marketing();
        return edit.wanted()
                .filter(wanted -> now.filter(said -> said.optIn() == wanted).isEmpty())
                .map(said -> new Consents.Marketing(said, occasion.at(), occasion.source()))
                .or(() -> now);
    }

    private Optional<Consents.Terms> terms(FieldEdit<String> edit, Occasion occasion) {
        Optional<Consents.Terms> now = consents.terms();
        return edit.wanted()
                .filter(wanted -> now.filter(said -> said.version().equals(wanted)).isEmpty())
                .map(accepted -> new Consents.Terms(accepted, occasion.at()))
                .or(() -> now);
    }

    @Override
    public String toString() {
        return "Profile[" + account.value() + ", version " + version + "]";
    }
}
