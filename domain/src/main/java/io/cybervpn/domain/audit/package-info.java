/** Published language of the audit: what can be wrong with its chain. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
