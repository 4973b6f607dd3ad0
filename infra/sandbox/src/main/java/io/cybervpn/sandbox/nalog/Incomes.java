package io.cybervpn.sandbox.nalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was registered, and what of it was annulled. */
public final class Incomes {

    /** One. */
    public record Income(
            String uuid,
            String name,
            OffsetDateTime at,
            BigDecimal total,
            Optional<String> annulledBecause) {

        JsonObject json(String inn) {
            JsonObject json =
                    new JsonObject()
                            .put("approvedReceiptUuid", uuid)
                            .put("name", name)
                            .put(
                                    "services",
                                    new JsonArray()
                                            .add(
                                                    new JsonObject()
                                                            .put("name", name)
                                                            .put("quantity", 1)
                                                            .put("amount", total)))
                            .put("operationTime", at.toString())
                            .put("totalAmount", total)
                            .put("inn", inn)
                            .putNull("cancellationInfo");
            annulledBecause.ifPresent(
                    why -> json.put("cancellationInfo", new JsonObject().put("comment", why)));
            return json;
        }

        Income annulled(String why) {
            return new Income(uuid, name, at, total, Optional.of(why));
        }
    }

    private final List<Income> all = new ArrayList<>();
    private int last;

    synchronized Income add(String name, OffsetDateTime at, BigDecimal total) {
        last++;
        Income income =
                new Income("200sand%05d".formatted(last), name, at, total, Optional.empty());
        all.add(income);
        return income;
    }

    /** Annuls a standing one; empty if there is none. */
    synchronized Optional<Income> annul(String uuid, String why) {
        Optional<Income> found =
                all.stream()
                        .filter(one -> one.uuid().equals(uuid) && one.annulledBecause().isEmpty())
                        .findFirst()
                        .map(one -> one.annulled(why));
        found.ifPresent(one -> all.replaceAll(old -> old.uuid().equals(uuid) ? one : old));
        return found;
    }

    synchronized List<Income> between(OffsetDateTime from, OffsetDateTime to) {
        return all.stream()
                .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(to))
                .sorted(Comparator.comparing(Income::at).reversed())
                .toList();
    }

    /** All whose name has this in it. */
    public synchronized List<Income> named(String part) {
        return all.stream().filter(one -> one.name().contains(part)).toList();
    }

    /** Everything, oldest first. */
    public synchronized List<Income> all() {
        return List.copyOf(all);
    }

    synchronized void clear() {
        all.clear();
    }
}
