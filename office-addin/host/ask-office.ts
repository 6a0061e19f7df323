type Asked<T> = { getAsync(done: (result: Office.AsyncResult<T>) => void): void } | undefined;

/**
 * What an asynchronous function of Office answers; undefined where the host lacks it or refuses: an older Outlook, an item that was never
 * saved, a folder that is not shared.
 */
export const askOffice = <T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T | undefined> =>
  new Promise((resolve) => {
    try {
      ask((result) => resolve(result.status === Office.AsyncResultStatus.Succeeded ? result.value : undefined));
    } catch {
      resolve(undefined);
    }
  });

/** A value of a form in which somebody is writing: Office gives an object that is asked for it. */
export const askValue = <T>(value: Asked<T>): Promise<T | undefined> =>
  value === undefined ? Promise.resolve(undefined) : askOffice<T>((done) => value.getAsync(done));
