package io.cybervpn.domain.billing;

import java.util.Locale;

/** How far an order is. */
public enum OrderStatus {
    /** Placed; its money has not come. */
    AWAITING_PAYMENT,
    /** Its money is ours. Final. */
    PAID,
    /** Nobody paid in time. Money that comes late still pays it. */
    EXPIRED,
    /** Its buyer gave it up. Money that comes late stays in his wallet. Final. */
    CANCELLED;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
