/**
 * Who of the staff may do what: roles as bundles of permissions, built in or the shop's own, and
 * who has them. Nobody grants what he does not hold, and one super_admin always stays.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.identity.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
