package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayFields.Field;
import io.cybervpn.domain.payment.model.GatewayRecord;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A provider as staff see it.
 *
 * @param ready whether the shop has what it takes to call it
 * @param fields what may be set, never a secret
 * @param formers secrets whose former ones are still accepted, and until when
 * @param version to be named by who edits it
 */
public record GatewayView(
        String provider,
        boolean ready,
        boolean offered,
        int sortOrder,
        Map<String, String> label,
        List<Limit> limits,
        Set<String> countries,
        Set<String> deniedCountries,
        Set<String> groups,
        boolean inStoreApps,
        List<Field> fields,
        Map<String, Instant> formers,
        long version) {
    /** What it is offered for. */
    public record Limit(Money least, Money most) {}

    static GatewayView of(
            GatewayRecord record, boolean ready, List<Field> fields, Map<String, Instant> formers) {
        return new GatewayView(
                record.provider(),
                ready,
                record.policy().offered(),
                record.policy().sortOrder(),
                record.policy().label(),
                record.policy().limits().stream()
                        .map(range -> new Limit(range.least(), range.most()))
                        .toList(),
                record.policy().countries(),
                record.policy().deniedCountries(),
                record.policy().groups(),
                record.policy().inStoreApps(),
                fields,
                formers,
                record.version());
    }
}
