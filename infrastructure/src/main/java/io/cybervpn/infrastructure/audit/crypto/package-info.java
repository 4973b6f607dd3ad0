/** Signs heads of the audit trail. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.audit.crypto;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
