/** Use cases of the audit: read it, prove it, sign its head. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
