package io.cybervpn.presentation.catalogue.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.catalogue.PlanView;
import io.cybervpn.application.catalogue.TermView;
import io.cybervpn.application.catalogue.port.PlansOnSale.Shelf;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shelf as bytes. The same question about the same shelf is printed once: this is the busiest
 * answer of the shop, and all who ask alike get the same bytes.
 */
@Singleton
final class ShelfPrinter {
    private static final int PRINTS_MAX = 500;
    private static final int TAG_BYTES = 12;

    /** A question; what the client wrote of languages, not what it means. */
    record Question(Page.Request page, Optional<Asset> asset, String acceptLanguage) {}

    /** An answer. */
    record Print(byte[] body, String etag, String languages) {
        boolean isWhat(String ifNoneMatch) {
            return ifNoneMatch.equals("*") || ifNoneMatch.contains(etag);
        }
    }

    private record Prints(Shelf shelf, Map<Question, Print> byQuestion) {}

    private final ObjectMapper mapper;
    private volatile Prints kept = new Prints(new Shelf(List.of()), Map.of());

    @Inject
    ShelfPrinter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Print print(Shelf shelf, Question question) {
        Map<Question, Print> prints = printsOf(shelf);
        Print known = prints.get(question);
        return known == null ? printAndKeep(shelf, question, prints) : known;
    }

    /** By identity: another shelf has other prints. */
    @SuppressWarnings("ReferenceEquality")
    private Map<Question, Print> printsOf(Shelf shelf) {
        Prints current = kept;
        if (current.shelf() == shelf) {
            return current.byQuestion();
        }
        Prints fresh = new Prints(shelf, new ConcurrentHashMap<>());
        kept = fresh;
        return fresh.byQuestion();
    }

    private Print printAndKeep(Shelf shelf, Question question, Map<Question, Print> prints) {
        Print print = print(shelf.plans(), question);
        if (prints.size() < PRINTS_MAX) {
            prints.put(question, print);
        }
        return print;
    }

    private Print print(List<PlanView> plans, Question question) {
        Languages languages = Languages.of(question.acceptLanguage());
        List<PlanJson> all =
                plans.stream()
                        .map(plan -> json(plan, question.asset(), languages))
                        .filter(plan -> !plan.terms().isEmpty())
                        .toList();
        byte[] body = bytes(cut(all, question.page()));
        return new Print(
                body, etag(body), languages.used(plans.stream().map(PlanView::nameI18n).toList()));
    }

    private static PlanJson json(PlanView plan, Optional<Asset> asset, Languages languages) {
        List<TermView> terms = asset.map(plan::termsIn).orElseGet(plan::terms);
        return PlanJson.of(plan, terms, languages);
    }

    private static PlanPageJson cut(List<PlanJson> all, Page.Request page) {
        List<PlanJson> items = all.stream().skip(page.offset()).limit(page.size()).toList();
        Optional<Long> total = page.count() ? Optional.of((long) all.size()) : Optional.empty();
        return new PlanPageJson(
                items, PageInfoJson.of(new Page<>(items, page.number(), page.size(), total)));
    }

    private byte[] bytes(PlanPageJson page) {
        try {
            return mapper.writeValueAsBytes(page);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String etag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
