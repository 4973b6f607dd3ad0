package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The shop places orders for those who agreed, and for nobody else. */
final class OwnOrders {
    /** What a wallet had no money for is no order that anybody pays any more. */
    private static final String ALL =
            """
            select o.id::text as id, o.account_id::text as account, o.payment_id::text as payment,
                o.total_minor, o.asset, o.term_days, o.plan_id::text as plan, p.provider
            from sales_order o join payment p on p.id = o.payment_id
            where o.status = 'paid' or p.provider <> 'wallet' order by o.id""";

    private final Books books;
    private final Map<String, Vendor> vendors;

    OwnOrders(Books books, List<Vendor> vendors) {
        this.books = books;
        this.vendors = vendors.stream().collect(Collectors.toMap(Vendor::name, it -> it));
    }

    /** They become sales of their buyers. */
    List<String> adopt(List<Buyer> buyers) {
        List<String> complaints = new ArrayList<>();
        Set<String> known =
                buyers.stream()
                        .flatMap(buyer -> buyer.sales().stream())
                        .map(Sale::id)
                        .collect(Collectors.toSet());
        Map<String, Buyer> agreed =
                buyers.stream()
                        .filter(Buyer::isRenewedByItself)
                        .collect(Collectors.toMap(it -> it.id().value().toString(), it -> it));
        for (Row row : books.rows(ALL)) {
            if (!known.contains(row.getString("id"))) {
                Optional.ofNullable(agreed.get(row.getString("account")))
                        .ifPresentOrElse(
                                buyer -> buyer.add(sale(buyer, row)),
                                () -> complaints.add("nobody wanted " + row.getString("id")));
            }
        }
        return complaints;
    }

    private Sale sale(Buyer buyer, Row row) {
        Money total = new Money(row.getLong("total_minor"), Asset.of(row.getString("asset")));
        return new Sale(
                buyer,
                row.getString("id"),
                row.getString("payment"),
                Optional.ofNullable(vendors.get(row.getString("provider"))),
                total,
                total,
                row.getString("plan"),
                row.getInteger("term_days"));
    }
}
