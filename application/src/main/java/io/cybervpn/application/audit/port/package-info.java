/** What the use cases of the audit read and sign with. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.audit.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
