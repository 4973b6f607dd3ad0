package io.cybervpn.application.shared;

import java.util.Optional;
import java.util.stream.Stream;

/** What staff may be allowed to do, as {@code section:action}. Nothing is allowed by default. */
public enum Permission {
    /** See the accounts of customers. */
    USERS_READ("users:read"),
    /** Edit the accounts of customers, their notes and tags. */
    USERS_WRITE("users:write"),
    /** Block and unblock customers and end their sessions. */
    USERS_BLOCK("users:block"),
    /** Erase customers. */
    USERS_ERASE("users:erase"),
    /** Ask in the name of a customer; worth something for API keys alone. */
    USERS_ACT_AS("users:act_as"),
    /** See members of staff and their roles. */
    STAFF_READ("staff:read"),
    /** Invite, disable and enable members of staff. */
    STAFF_WRITE("staff:write"),
    /** See roles and the catalogue of permissions. */
    ROLES_READ("roles:read"),
    /** Make, edit and remove own roles; assign roles. */
    ROLES_WRITE("roles:write"),
    /** See API keys, never their secrets. */
    API_KEYS_READ("api_keys:read"),
    /** Make and revoke API keys. */
    API_KEYS_WRITE("api_keys:write"),
    /** See and export the audit log. */
    AUDIT_READ("audit:read"),
    /** See what waits for a second pair of eyes. */
    APPROVALS_READ("approvals:read"),
    /** Approve or reject what somebody else asked for. */
    APPROVALS_DECIDE("approvals:decide"),
    /** See who a user of Telegram is here. */
    TELEGRAM_READ("telegram:read"),
    /** Speak for the bot: say who wrote to it. */
    TELEGRAM_WRITE("telegram:write"),
    /** See plans that are not on sale. */
    CATALOGUE_READ("catalogue:read"),
    /** Change products, plans and prices. */
    CATALOGUE_WRITE("catalogue:write"),
    /** See payments of all customers. */
    PAYMENTS_READ("payments:read"),
    /** Say that a bank transfer came. */
    PAYMENTS_CONFIRM("payments:confirm"),
    /** Give money of payments back. */
    PAYMENTS_REFUND("payments:refund"),
    /** See the invoices of all customers. */
    INVOICES_READ("invoices:read"),
    /** Write invoices by hand, finalise and withdraw them, and make links to pay them. */
    INVOICES_WRITE("invoices:write"),
    /** Change what is printed on invoices: the seller, tax rates, numbers. */
    INVOICES_SETTINGS("invoices:settings"),
    /** Put money into wallets, take it out, and give something to spend. */
    WALLETS_ADJUST("wallets:adjust"),
    /** See the subscriptions of all customers. */
    SUBSCRIPTIONS_READ("subscriptions:read"),
    /** Give and take free time, suspend subscriptions and take them away. */
    SUBSCRIPTIONS_WRITE("subscriptions:write"),
    /** Do the same with many subscriptions at once. */
    SUBSCRIPTIONS_BULK("subscriptions:bulk"),
    /** See what is done around the ends of subscriptions. */
    RENEWALS_READ("renewals:read"),
    /** Change it: when customers are reminded, charged, suspended. */
    RENEWALS_WRITE("renewals:write"),
    /** See the settings of payment providers, never their secrets. */
    GATEWAYS_READ("gateways:read"),
    /** Change the settings of payment providers. */
    GATEWAYS_WRITE("gateways:write"),
    /** See ledger transactions and the proof. */
    LEDGER_READ("ledger:read"),
    /** See revenue, growth, churn and how providers do. */
    STATISTICS_READ("statistics:read"),
    /** See desired states and what is parked. */
    PROVISIONING_READ("provisioning:read"),
    /** Retry what is parked. */
    PROVISIONING_WRITE("provisioning:write"),
    /** See what staff are asked to do by hand. */
    TASKS_READ("tasks:read"),
    /** Take it, do it, or say that it cannot be done. */
    TASKS_WRITE("tasks:write"),
    /** Remove devices of customers, end their connections, set their used traffic to nothing. */
    ACCESS_WRITE("access:write"),
    /** See servers as staff see them. */
    SERVERS_READ("servers:read"),
    /** Switch servers on and off, restart them, announce maintenance, say how they are shown. */
    SERVERS_WRITE("servers:write"),
    /** See how the parts of the shop are, and figures of servers over time. */
    MONITORING_READ("monitoring:read"),
    /** See the panels, never their secrets. */
    PANELS_READ("panels:read"),
    /** Add panels, edit them and set their secrets. */
    PANELS_WRITE("panels:write"),
    /**
     * See whom a panel has besides the shop's users, and what became of those who were taken over.
     */
    IMPORTS_READ("imports:read"),
    /** Take users of panels over. */
    IMPORTS_WRITE("imports:write"),
    /** See the inbox and the outbox. */
    SYSTEM_READ("system:read"),
    /** Retry parked deliveries. */
    SYSTEM_WRITE("system:write");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    /** The name that clients see and rows keep. */
    public String code() {
        return code;
    }

    /** Finds a permission by its exact {@link #code}; empty for anything else. */
    public static Optional<Permission> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
