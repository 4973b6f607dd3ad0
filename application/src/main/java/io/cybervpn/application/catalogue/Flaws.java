package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.Flaw.Kind;
import io.cybervpn.domain.catalogue.model.LocalisedText;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.shared.Limit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong with a draft, so that all of it is said at once. */
final class Flaws {
    static final int NAME_LENGTH_MAX = 100;
    static final int DESCRIPTION_LENGTH_MAX = 2000;

    private static final int LANGUAGES_MAX = 50;
    private static final int SORT_ORDER_MAX = 1_000_000;

    private final List<Flaw> found = new ArrayList<>();

    List<Flaw> found() {
        return List.copyOf(found);
    }

    boolean none() {
        return found.isEmpty();
    }

    void add(String pointer, Kind kind) {
        found.add(new Flaw(pointer, kind));
    }

    void addIf(boolean wrong, String pointer, Kind kind) {
        if (wrong) {
            add(pointer, kind);
        }
    }

    <T> Optional<T> need(Optional<T> value, String pointer, Kind kind) {
        addIf(value.isEmpty(), pointer, kind);
        return value;
    }

    void code(String code) {
        if (code.isEmpty()) {
            add("/code", Kind.REQUIRED);
        } else {
            addIf(!code.matches(PlanContent.CODE), "/code", Kind.INVALID);
        }
    }

    void sortOrder(int sortOrder) {
        addIf(sortOrder < 0, "/sortOrder", Kind.TOO_SMALL);
        addIf(sortOrder > SORT_ORDER_MAX, "/sortOrder", Kind.TOO_LARGE);
    }

    /** Empty is unlimited; zero would be read as unlimited by the panel, so it is refused here. */
    Optional<Limit> limit(Optional<Long> amount, long max, String pointer) {
        long number = amount.orElse(1L);
        addIf(number < 1, pointer, Kind.TOO_SMALL);
        addIf(number > max, pointer, Kind.TOO_LARGE);
        return number < 1
                ? Optional.empty()
                : Optional.of(amount.map(Limit::of).orElseGet(Limit::unlimited));
    }

    Optional<LocalisedText> text(Map<String, String> byTag, int lengthMax, String pointer) {
        int before = found.size();
        addIf(!byTag.containsKey(LocalisedText.FALLBACK), pointer + "/en", Kind.REQUIRED);
        addIf(byTag.size() > LANGUAGES_MAX, pointer, Kind.TOO_LONG);
        byTag.forEach((tag, text) -> text(tag, text, lengthMax, pointer + "/" + escaped(tag)));
        return found.size() == before ? Optional.of(new LocalisedText(byTag)) : Optional.empty();
    }

    void eachOnce(List<?> values, String pointer) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            addIf(!seen.add(values.get(i)), pointer + "/" + i, Kind.DUPLICATE);
        }
    }

    private void text(String tag, String text, int lengthMax, String pointer) {
        addIf(!LocalisedText.isTag(tag), pointer, Kind.UNKNOWN);
        addIf(text.isBlank(), pointer, Kind.REQUIRED);
        addIf(text.length() > lengthMax, pointer, Kind.TOO_LONG);
        plain(text, pointer);
    }

    /** PostgreSQL keeps every character but one. */
    void plain(String text, String pointer) {
        addIf(text.indexOf('\0') >= 0, pointer, Kind.INVALID);
    }

    /** A tag is the caller's text; RFC 6901 gives two characters a meaning. */
    private static String escaped(String tag) {
        return tag.replace("~", "~0").replace("/", "~1");
    }
}
