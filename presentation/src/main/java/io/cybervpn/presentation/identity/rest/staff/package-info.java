/** Roles, and who has them, for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.identity.rest.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
