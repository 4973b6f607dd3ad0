package io.cybervpn.presentation.shared.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Picks texts in the languages that a caller reads: as asked, else the base language ({@code
 * pt-BR}, then {@code pt}), else English.
 */
public final class Languages {
    private static final String FALLBACK = "en";
    private static final int HEADER_LENGTH_MAX = 200;

    private final List<String> tags;

    private Languages(List<String> tags) {
        this.tags = tags;
    }

    /** From the header {@code Accept-Language}; one that cannot be read counts as none. */
    public static Languages of(@Nullable String acceptLanguage) {
        return new Languages(
                Stream.concat(asked(acceptLanguage), Stream.of(FALLBACK)).distinct().toList());
    }

    /** The text to show; texts always have an English version. */
    public String pick(Map<String, String> byTag) {
        return byTag.getOrDefault(language(byTag), "");
    }

    /** The language of the text that {@link #pick} gives. */
    public String language(Map<String, String> byTag) {
        return tags.stream().filter(byTag::containsKey).findFirst().orElse(FALLBACK);
    }

    /**
     * The header {@code Content-Language} of an answer with these texts: each is in the best
     * language that it has, so there may be several.
     */
    public String used(Collection<Map<String, String>> texts) {
        return texts.isEmpty()
                ? language(Map.of())
                : texts.stream().map(this::language).distinct().collect(Collectors.joining(", "));
    }

    /** An answer with these texts in it, which says so to its reader and to every cache. */
    public <T> RestResponse<T> answer(T body, Collection<Map<String, String>> texts) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, used(texts))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** The first wish, whatever it is; English when there is none. */
    public String first() {
        return tags.getFirst();
    }

    private static Stream<String> asked(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > HEADER_LENGTH_MAX) {
            return Stream.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> !locale.getLanguage().isEmpty())
                    .flatMap(locale -> Stream.of(locale.toLanguageTag(), locale.getLanguage()));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}
