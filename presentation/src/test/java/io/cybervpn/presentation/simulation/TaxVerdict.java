package io.cybervpn.presentation.simulation;

import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges the tax that prices contain: that of each sale is reckoned here; what goes back takes its
 * share with it, to a minor unit for each time.
 */
final class TaxVerdict {
    /** A fifth of what is left without it, so a sixth of the price. */
    static final int BASIS_POINTS = 2_000;

    private final Map<String, Long> balances;
    private final Map<String, List<Row>> refunds;

    TaxVerdict(Books books, Map<String, List<Row>> refunds) {
        this.balances = books.balances();
        this.refunds = refunds;
    }

    private static BigDecimal share(long minor) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(BASIS_POINTS))
                .divide(BigDecimal.valueOf(10_000 + BASIS_POINTS), 10, RoundingMode.HALF_UP);
    }

    /** In minor units, half a unit up. */
    static long tax(Sale sale) {
        return share(sale.total().minorUnits()).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    List<String> complaints(List<Sale> paid) {
        List<String> complaints = new ArrayList<>();
        Map<String, List<Sale>> byAsset =
                paid.stream().collect(Collectors.groupingBy(sale -> sale.total().asset().code()));
        byAsset.forEach(
                (asset, sales) -> {
                    BigDecimal off = BigDecimal.valueOf(-found(asset)).subtract(owed(sales));
                    long notes = sales.stream().mapToLong(sale -> notes(sale).size()).sum();
                    if (off.abs().compareTo(BigDecimal.valueOf(notes)) > 0) {
                        complaints.add(
                                "tax in %s is off by %s, after %d notes"
                                        .formatted(asset, off, notes));
                    }
                });
        return complaints;
    }

    private long found(String asset) {
        return balances.getOrDefault("tax_payable  " + asset, 0L);
    }

    private BigDecimal owed(List<Sale> sales) {
        return sales.stream()
                .map(
                        sale ->
                                BigDecimal.valueOf(tax(sale))
                                        .subtract(
                                                notes(sale).stream()
                                                        .map(
                                                                row ->
                                                                        share(
                                                                                row.getLong(
                                                                                        "sale_minor")))
                                                        .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Row> notes(Sale sale) {
        return refunds.getOrDefault(sale.payment(), List.of()).stream()
                .filter(row -> row.getString("state").equals("succeeded"))
                .filter(row -> row.getLong("sale_minor") != null && row.getLong("sale_minor") > 0)
                .toList();
    }
}
