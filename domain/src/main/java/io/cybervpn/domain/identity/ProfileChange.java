package io.cybervpn.domain.identity;

import io.cybervpn.domain.identity.model.LanguageTag;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An edit of what somebody says of himself.
 *
 * @param displayName 1 to 100 characters that can be seen
 * @param locale a BCP 47 tag; cannot be cleared
 * @param timeZone an IANA id
 * @param marketing whether he wants to hear of offers; cannot be cleared
 * @param terms the version of the terms that he accepts; cannot be cleared
 */
public record ProfileChange(
        FieldEdit<String> displayName,
        FieldEdit<String> locale,
        FieldEdit<String> timeZone,
        FieldEdit<Boolean> marketing,
        FieldEdit<String> terms) {
    private static final int NAME_LENGTH_MAX = 100;
    private static final Pattern TERMS = Pattern.compile("[\\x21-\\x7e]{1,50}");
    private static final Set<Byte> UNSEEN =
            Set.of(
                    Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED);
    private static final String BIDI = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** Strips blanks around the name. */
    public ProfileChange {
        displayName = stripped(displayName);
    }

    /** What is wrong with it, all at once; empty when nothing is. Pure. */
    public Set<ProfileFlaw> flaws() {
        Set<ProfileFlaw> flaws = EnumSet.noneOf(ProfileFlaw.class);
        add(flaws, displayName, ProfileChange::isName, ProfileFlaw.DISPLAY_NAME_INVALID);
        add(flaws, locale, tag -> LanguageTag.parse(tag).isPresent(), ProfileFlaw.LOCALE_INVALID);
        add(flaws, timeZone, ZONES::contains, ProfileFlaw.TIME_ZONE_INVALID);
        add(flaws, terms, text -> TERMS.matcher(text).matches(), ProfileFlaw.TERMS_INVALID);
        forbid(flaws, locale, ProfileFlaw.LOCALE_REQUIRED);
        forbid(flaws, marketing, ProfileFlaw.MARKETING_REQUIRED);
        forbid(flaws, terms, ProfileFlaw.TERMS_REQUIRED);
        return flaws;
    }

    /** The same for an edit of somebody else's profile: consents may be withdrawn, not given. */
    public Set<ProfileFlaw> flawsForAnother() {
        Set<ProfileFlaw> flaws = flaws();
        if (terms.says() || marketing.wanted().orElse(false)) {
            flaws.add(ProfileFlaw.CONSENT_OF_ANOTHER);
        }
        return flaws;
    }

    private static void add(
            Set<ProfileFlaw> flaws,
            FieldEdit<String> edit,
            Predicate<String> sound,
            ProfileFlaw flaw) {
        if (edit.wanted().filter(sound.negate()).isPresent()) {
            flaws.add(flaw);
        }
    }

    private static void forbid(Set<ProfileFlaw> flaws, FieldEdit<?> edit, ProfileFlaw flaw) {
        if (edit.clears()) {
            flaws.add(flaw);
        }
    }

    private static boolean isName(String name) {
        int length = name.codePointCount(0, name.length());
        return length >= 1
                && length <= NAME_LENGTH_MAX
                && name.codePoints().allMatch(ProfileChange::canBeSeen);
    }

    /** No control characters, no line breaks, no halves of characters, nothing that turns text. */
    private static boolean canBeSeen(int codePoint) {
        return !UNSEEN.contains((byte) Character.getType(codePoint)) && BIDI.indexOf(codePoint) < 0;
    }

    private static FieldEdit<String> stripped(FieldEdit<String> edit) {
        return switch (edit) {
            case FieldEdit.To<String>(var text) -> new FieldEdit.To<>(text.strip());
            case FieldEdit.Keep<String> _, FieldEdit.Clear<String> _ -> edit;
        };
    }
}
