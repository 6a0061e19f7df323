import { z } from 'zod';

/**
 * Columns are their site's own: whoever keeps a list may make a column of several choices, of numbers or of links out of one of these. Such a value
 * is read as the text it shows, or as none; one odd item must not keep the whole list from being read.
 */
const text = z
  .unknown()
  .transform((value) => (Array.isArray(value) ? value.filter(isPlain).join(', ') : isPlain(value) ? String(value) : null))
  .optional();
/** SharePoint tells a flag as true, "1" or "true", by column type and age of the list. */
const flag = z.union([z.boolean(), z.string(), z.number()]).nullish().catch(null);
const number = z.coerce.number().nullish().catch(null);
const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** An item of a list with template `events`, as far as it is read. */
export const listItem = z.object({
  id: z.string().min(1),
  eTag: text,
  lastModifiedDateTime: text,
  fields: z
    .looseObject({
      Title: text,
      Location: text,
      Description: text,
      Category: text,
      EventDate: text,
      EndDate: text,
      fAllDayEvent: flag,
      fRecurrence: flag,
      RecurrenceData: text,
      /** Seconds that one meeting of a series takes; its EndDate is the series'. */
      Duration: number,
      /** 0 single, 1 series, 3 a day taken out of a series, 4 a day that was changed. */
      EventType: number,
      MasterSeriesItemID: text,
      /** When such a day was planned for. */
      RecurrenceID: text,
    })
    .nullish(),
});
export type ListItem = z.infer<typeof listItem>;
export type ListFields = NonNullable<ListItem['fields']>;

export const isOn = (value: ListFields['fAllDayEvent']): boolean =>
  value === true || (value !== null && ['1', 'true', 'yes'].includes(String(value).toLowerCase()));

export const isSeries = ({ fields }: ListItem): boolean => fields?.EventType === 1 || (isOn(fields?.fRecurrence) && !isPart({ fields }));
export const isPart = ({ fields }: Pick<ListItem, 'fields'>): boolean => fields?.EventType === 3 || fields?.EventType === 4;
