package io.cybervpn.application.identity.staff;

import static io.cybervpn.application.shared.Permission.ACCESS_WRITE;
import static io.cybervpn.application.shared.Permission.API_KEYS_READ;
import static io.cybervpn.application.shared.Permission.APPROVALS_DECIDE;
import static io.cybervpn.application.shared.Permission.APPROVALS_READ;
import static io.cybervpn.application.shared.Permission.AUDIT_READ;
import static io.cybervpn.application.shared.Permission.CATALOGUE_READ;
import static io.cybervpn.application.shared.Permission.CATALOGUE_WRITE;
import static io.cybervpn.application.shared.Permission.GATEWAYS_READ;
import static io.cybervpn.application.shared.Permission.GATEWAYS_WRITE;
import static io.cybervpn.application.shared.Permission.IMPORTS_READ;
import static io.cybervpn.application.shared.Permission.IMPORTS_WRITE;
import static io.cybervpn.application.shared.Permission.INVOICES_READ;
import static io.cybervpn.application.shared.Permission.INVOICES_SETTINGS;
import static io.cybervpn.application.shared.Permission.INVOICES_WRITE;
import static io.cybervpn.application.shared.Permission.LEDGER_READ;
import static io.cybervpn.application.shared.Permission.MONITORING_READ;
import static io.cybervpn.application.shared.Permission.PANELS_READ;
import static io.cybervpn.application.shared.Permission.PANELS_WRITE;
import static io.cybervpn.application.shared.Permission.PAYMENTS_CONFIRM;
import static io.cybervpn.application.shared.Permission.PAYMENTS_READ;
import static io.cybervpn.application.shared.Permission.PAYMENTS_REFUND;
import static io.cybervpn.application.shared.Permission.PROVISIONING_READ;
import static io.cybervpn.application.shared.Permission.PROVISIONING_WRITE;
import static io.cybervpn.application.shared.Permission.RENEWALS_READ;
import static io.cybervpn.application.shared.Permission.RENEWALS_WRITE;
import static io.cybervpn.application.shared.Permission.ROLES_READ;
import static io.cybervpn.application.shared.Permission.SERVERS_READ;
import static io.cybervpn.application.shared.Permission.SERVERS_WRITE;
import static io.cybervpn.application.shared.Permission.STAFF_READ;
import static io.cybervpn.application.shared.Permission.STATISTICS_READ;
import static io.cybervpn.application.shared.Permission.SUBSCRIPTIONS_BULK;
import static io.cybervpn.application.shared.Permission.SUBSCRIPTIONS_READ;
import static io.cybervpn.application.shared.Permission.SUBSCRIPTIONS_WRITE;
import static io.cybervpn.application.shared.Permission.SYSTEM_READ;
import static io.cybervpn.application.shared.Permission.SYSTEM_WRITE;
import static io.cybervpn.application.shared.Permission.TASKS_READ;
import static io.cybervpn.application.shared.Permission.TASKS_WRITE;
import static io.cybervpn.application.shared.Permission.USERS_BLOCK;
import static io.cybervpn.application.shared.Permission.USERS_ERASE;
import static io.cybervpn.application.shared.Permission.USERS_READ;
import static io.cybervpn.application.shared.Permission.USERS_WRITE;
import static io.cybervpn.application.shared.Permission.WALLETS_ADJUST;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.RoleCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The roles that every shop has and nobody can change (R57-R61). */
public enum BuiltInRole {
    /** Everything, also what later versions bring. */
    SUPER_ADMIN("super_admin", "Super admin", EnumSet.allOf(Permission.class)),
    /** Users, servers and what is sold; neither staff nor their rights. */
    ADMIN(
            "admin",
            "Admin",
            EnumSet.of(
                    USERS_READ,
                    USERS_WRITE,
                    USERS_BLOCK,
                    USERS_ERASE,
                    STAFF_READ,
                    ROLES_READ,
                    API_KEYS_READ,
                    AUDIT_READ,
                    APPROVALS_READ,
                    APPROVALS_DECIDE,
                    CATALOGUE_READ,
                    CATALOGUE_WRITE,
                    PAYMENTS_READ,
                    PAYMENTS_CONFIRM,
                    PAYMENTS_REFUND,
                    INVOICES_READ,
                    INVOICES_WRITE,
                    INVOICES_SETTINGS,
                    WALLETS_ADJUST,
                    SUBSCRIPTIONS_READ,
                    SUBSCRIPTIONS_WRITE,
                    SUBSCRIPTIONS_BULK,
                    RENEWALS_READ,
                    RENEWALS_WRITE,
                    GATEWAYS_READ,
                    GATEWAYS_WRITE,
                    LEDGER_READ,
                    STATISTICS_READ,
                    PROVISIONING_READ,
                    PROVISIONING_WRITE,
                    TASKS_READ,
                    TASKS_WRITE,
                    ACCESS_WRITE,
                    SERVERS_READ,
                    SERVERS_WRITE,
                    MONITORING_READ,
                    PANELS_READ,
                    PANELS_WRITE,
                    IMPORTS_READ,
                    IMPORTS_WRITE,
                    SYSTEM_READ,
                    SYSTEM_WRITE)),
    /** Keeps the shop running. */
    OPERATOR(
            "operator",
            "Operator",
            EnumSet.of(
                    USERS_READ,
                    CATALOGUE_READ,
                    PAYMENTS_READ,
                    SUBSCRIPTIONS_READ,
                    RENEWALS_READ,
                    INVOICES_READ,
                    PROVISIONING_READ,
                    PROVISIONING_WRITE,
                    TASKS_READ,
                    TASKS_WRITE,
                    ACCESS_WRITE,
                    SERVERS_READ,
                    SERVERS_WRITE,
                    MONITORING_READ,
                    PANELS_READ,
                    SYSTEM_READ,
                    SYSTEM_WRITE)),
    /** Helps customers. */
    SUPPORT(
            "support",
            "Support",
            EnumSet.of(
                    USERS_READ,
                    USERS_WRITE,
                    USERS_BLOCK,
                    CATALOGUE_READ,
                    PAYMENTS_READ,
                    SUBSCRIPTIONS_READ,
                    SUBSCRIPTIONS_WRITE,
                    RENEWALS_READ,
                    INVOICES_READ,
                    PROVISIONING_READ,
                    TASKS_READ,
                    TASKS_WRITE,
                    ACCESS_WRITE,
                    SERVERS_READ)),
    /** Looks on. */
    VIEWER(
            "viewer",
            "Viewer",
            EnumSet.of(
                    USERS_READ,
                    STAFF_READ,
                    ROLES_READ,
                    CATALOGUE_READ,
                    PAYMENTS_READ,
                    SUBSCRIPTIONS_READ,
                    RENEWALS_READ,
                    GATEWAYS_READ,
                    INVOICES_READ,
                    LEDGER_READ,
                    STATISTICS_READ,
                    PANELS_READ,
                    PROVISIONING_READ,
                    TASKS_READ,
                    SERVERS_READ,
                    MONITORING_READ,
                    SYSTEM_READ));

    private final RoleCode code;
    private final String title;
    private final Set<Permission> permissions;

    BuiltInRole(String code, String title, Set<Permission> permissions) {
        this.code = new RoleCode(code);
        this.title = title;
        this.permissions = Set.copyOf(permissions);
    }

    /** Its name in assignments. */
    public RoleCode code() {
        return code;
    }

    /** What it allows. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Finds one by its code; empty for a role of the shop's own. */
    public static Optional<BuiltInRole> find(RoleCode code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    RoleView view() {
        return new RoleView(code, title, true, permissions, 1);
    }
}
