package io.cybervpn.infrastructure.fiscal.nalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Incomes as the service lists them.
 *
 * @param more there are further ones
 */
record Incomes(List<Income> all, boolean more) {
    /** One. */
    record Income(String uuid, List<String> names, BigDecimal total, boolean annulled) {
        boolean isOver(Money amount) {
            return total.compareTo(new BigDecimal(amount.toDecimal())) == 0;
        }

        boolean isMarked(String mark) {
            return names.stream().anyMatch(name -> name.contains(mark));
        }
    }

    /** A page; what is not as expected is no answer, since a guess could double a receipt. */
    static Incomes of(JsonNode answer) {
        JsonNode content = answer.path("content");
        JsonNode more = answer.path("hasMore");
        if (!content.isArray() || !more.isBoolean()) {
            throw new FiscalUnavailable("the tax office lists incomes in another form");
        }
        List<Income> all = new ArrayList<>();
        content.forEach(one -> all.add(income(one)));
        return new Incomes(all, more.booleanValue());
    }

    private static Income income(JsonNode one) {
        String uuid = one.path("approvedReceiptUuid").asText("");
        if (uuid.isBlank()) {
            throw new FiscalUnavailable("the tax office lists an income without a name");
        }
        List<String> names = new ArrayList<>();
        names.add(one.path("name").asText(""));
        one.path("services").forEach(line -> names.add(line.path("name").asText("")));
        JsonNode annulled = one.path("cancellationInfo");
        return new Income(
                uuid,
                names,
                total(one.path("totalAmount")),
                !annulled.isMissingNode() && !annulled.isNull());
    }

    private static BigDecimal total(JsonNode amount) {
        try {
            return new BigDecimal(amount.asText(""));
        } catch (NumberFormatException _) {
            throw new FiscalUnavailable("the tax office lists an income without an amount");
        }
    }

    Incomes with(Incomes next) {
        List<Income> both = new ArrayList<>(all);
        both.addAll(next.all());
        return new Incomes(both, next.more());
    }

    /** The one with this mark that stands. */
    Optional<Income> standing(String mark) {
        return all.stream().filter(one -> one.isMarked(mark) && !one.annulled()).findFirst();
    }

    /** Whether this one is annulled; one that is not listed is not. */
    boolean isAnnulled(String uuid) {
        return all.stream().anyMatch(one -> one.uuid().equals(uuid) && one.annulled());
    }
}
