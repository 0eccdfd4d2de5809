import type { Spoken } from '../spoken.ts'

/** Why something is not shown, when it comes, what its screen does; and the parts of such sentences. */
export const spokenOfRoom: Spoken = {
  // Parts
  ' and ': ' und ',
  staff: 'die Belegschaft',
  guests: 'Gäste',
  'the public': 'die Öffentlichkeit',
  public: 'die Öffentlichkeit',
  nobody: 'niemanden',
  display: 'Zeigen',
  'e-mail address': 'E-Mail-Adresse',
  'phone number': 'Telefonnummer',
  'card number': 'Kartennummer',
  'bank account': 'Bankverbindung',
  'bank account (IBAN)': 'Bankverbindung (IBAN)',
  'IP address': 'IP-Adresse',
  'today ({date})': 'heute ({date})',
  '1 day ago ({date})': 'vor 1 Tag ({date})',
  '{days} days ago ({date})': 'vor {days} Tagen ({date})',
  'later today': 'später heute',
  'in 1 day': 'in 1 Tag',
  'in {days} days': 'in {days} Tagen',
  '1 minute': '1 Minute',
  '{count} minutes': '{count} Minuten',
  '1 hour': '1 Stunde',
  '{count} hours': '{count} Stunden',
  '1 day': '1 Tag',
  '{count} days': '{count} Tage',
  '1 turn is': '1 Auftritt ist',
  '{count} turns are': '{count} Auftritte sind',
  personas: 'Personas',
  segments: 'Segmente',
  stages: 'Phasen',
  themes: 'Themen',
  departments: 'Abteilungen',
  kinds: 'Arten',
  persona: 'Persona',
  segment: 'Segment',
  stage: 'Phase',
  theme: 'Thema',
  department: 'Abteilung',
  kind: 'Art',
  'Mon {time}': 'Mo {time}',
  'Tue {time}': 'Di {time}',
  'Wed {time}': 'Mi {time}',
  'Thu {time}': 'Do {time}',
  'Fri {time}': 'Fr {time}',
  'Sat {time}': 'Sa {time}',
  'Sun {time}': 'So {time}',
  // Standing
  'Consent ended on {date}.': 'Die Einwilligung endete am {date}.',
  'It was to be shown until {date}.': 'Es sollte bis {date} gezeigt werden.',
  'It is to be shown from {date}.': 'Es soll ab {date} gezeigt werden.',
  'A curator has hidden it.': 'Es wurde von Hand ausgeblendet.',
  'It plays only at its times: {as_times}.': 'Es läuft nur zu seinen Zeiten: {as_times}.',
  'It is for {audience}, not for {needed}.': 'Es ist für {audience}, nicht für {needed}.',
  'A {what} seems to be said in it, so the whole clip is set aside. Write [[ ]] around it in the transcript: its time is then silent too.':
    'Darin scheint eine {what} genannt zu werden, deshalb ist der ganze Ausschnitt zurückgestellt. Schreiben Sie im Transkript [[ ]] darum: Dann schweigt auch der Ton an dieser Stelle.',
  'It seems to hold personal data ({what}). Take it out of the page or drawing, or write cleared: with what, by and date where it is none, or where blur: covers it.':
    'Es scheint personenbezogene Daten zu enthalten ({what}). Nehmen Sie sie aus der Seite oder Zeichnung, oder schreiben Sie cleared: mit what, by und date, wo es keine sind oder wo blur: sie verdeckt.',
  'It seems to hold personal data ({what}). Write [[ ]] around what must not be shown, or cleared: with what, by and date where it is none.':
    'Es scheint personenbezogene Daten zu enthalten ({what}). Schreiben Sie [[ ]] um das, was nicht gezeigt werden darf, oder cleared: mit what, by und date, wo es keine sind.',
  'No consent to display is recorded.': 'Eine Einwilligung zum Zeigen ist nicht eingetragen.',
  'Neither consent to display nor a public source is recorded.':
    'Weder eine Einwilligung zum Zeigen noch eine öffentliche Quelle ist eingetragen.',
  'A public source is no consent of the person who is seen or heard.':
    'Eine öffentliche Quelle ist keine Einwilligung der Person, die zu sehen oder zu hören ist.',
  'The consent is for {purposes}, not to display.': 'Die Einwilligung gilt für {purposes}, nicht zum Zeigen.',
  'The consent is for {audience}, not for {needed}.':
    'Die Einwilligung gilt für {audience}, nicht für {needed}.',
  'The consent is dated in the future: {date}.': 'Die Einwilligung trägt ein Datum in der Zukunft: {date}.',
  'The consent was withdrawn on {date}.': 'Die Einwilligung wurde am {date} widerrufen.',
  'The consent was withdrawn.': 'Die Einwilligung wurde widerrufen.',
  'Those who are seen agreed to different audiences, so that no audience may see it.':
    'Die Abgebildeten haben für verschiedenes Publikum eingewilligt, deshalb darf es niemand sehen.',
  // Why not
  'There is no item {as_id} in this room.': 'In diesem Raum gibt es keinen Beitrag {as_id}.',
  'Consent ended {when}.': 'Die Einwilligung endete {when}.',
  'It was to be shown until {date}: that was {when}.': 'Es sollte bis {date} gezeigt werden: Das war {when}.',
  'It is to be shown from {date}: {when}.': 'Es soll ab {date} gezeigt werden: {when}.',
  'Its daypart is closed until {when}: it plays {as_times}.':
    'Seine Tageszeit ist geschlossen bis {when}: Es läuft {as_times}.',
  'Its daypart is closed: it plays {as_times}.': 'Seine Tageszeit ist geschlossen: Es läuft {as_times}.',
  'Its weight is 0: it never plays.': 'Sein Gewicht ist 0: Es läuft nie.',
  'There is nothing of it to be drawn.': 'Es gibt nichts davon zu zeichnen.',
  'It could not be drawn, and is tried again within the hour.':
    'Es ließ sich nicht zeichnen und wird innerhalb der Stunde wieder versucht.',
  'A message has this screen until {when}.': 'Eine Nachricht hat diesen Bildschirm bis {when}.',
  '{as_id} has this screen until {when}.': '{as_id} hat diesen Bildschirm bis {when}.',
  'The wall is paused until {when}; what is on stays on.':
    'Die Wand ist angehalten bis {when}; was läuft, bleibt stehen.',
  'Only what is pinned plays: {as_ids}.': 'Nur was angeheftet ist, läuft: {as_ids}.',
  // Screen and orders
  'The screen is on.': 'Der Bildschirm ist an.',
  'The screen is on until {when}.': 'Der Bildschirm ist an bis {when}.',
  'The screen is off: these are not its hours.': 'Der Bildschirm ist aus: Das sind nicht seine Stunden.',
  'The screen is off until {when}: these are not its hours.':
    'Der Bildschirm ist aus bis {when}: Das sind nicht seine Stunden.',
  'It is a holiday.': 'Es ist ein Feiertag.',
  'It is {holiday}.': 'Es ist {holiday}.',
  'Visitors are there: it is silent, and shows what they may see.':
    'Besuch ist da: Er ist stumm und zeigt, was dieser sehen darf.',
  'Taken over until {when}.': 'Übernommen bis {when}.',
  'Paused; it goes on by itself at {when}.': 'Angehalten; es geht von selbst weiter um {when}.',
  'Pinned: {as_ids}. Nothing else plays until it is unpinned.':
    'Angeheftet: {as_ids}. Nichts anderes läuft, bis es gelöst wird.',
  'The takeover by {as_id} is not followed: {why}': 'Der Übernahme durch {as_id} wird nicht gefolgt: {why}',
  '{as_id} is pinned and not shown: {why}': '{as_id} ist angeheftet und wird nicht gezeigt: {why}',
  'there is no item {as_id} in this room.': 'In diesem Raum gibt es keinen Beitrag {as_id}.',
  'Take the order away, or make the item one that may be shown here.':
    'Nehmen Sie die Anweisung zurück, oder sorgen Sie dafür, dass der Beitrag hier gezeigt werden darf.',
  'There is no screen “{as_name}”, so this wall uses the settings of “default”.':
    'Es gibt keinen Bildschirm „{as_name}“, deshalb gelten die Einstellungen von „default“.',
  'There is no screen “{as_name}”, so this wall uses the usual settings.':
    'Es gibt keinen Bildschirm „{as_name}“, deshalb gelten die üblichen Einstellungen.',
  'There is no screen “{as_name}” and no “default”, so only what the public may see is shown here.':
    'Es gibt keinen Bildschirm „{as_name}“ und kein „default“, deshalb wird hier nur gezeigt, was die Öffentlichkeit sehen darf.',
  'Did you mean --screen {as_name}?': 'Meinten Sie --screen {as_name}?',
  'Describe it in room.yaml below screens: {as_name}.':
    'Beschreiben Sie ihn in room.yaml unter screens: {as_name}.',
  'Start it with --screen and one of {as_names}, or describe “{as_name}” in room.yaml.':
    'Starten Sie mit --screen und einem von {as_names}, oder beschreiben Sie „{as_name}“ in room.yaml.',
  // Clock
  'The clock of this machine says {now}, which is before this version of the product was made ({built}).':
    'Die Uhr dieses Rechners zeigt {now}; das liegt vor der Herstellung dieser Version ({built}).',
  'The clock of this machine says {now}, but it has been at {highest} before.':
    'Die Uhr dieses Rechners zeigt {now}, stand aber schon auf {highest}.',
  'The clock of this machine says {now}, but it has been at {highest} before; consent and dates are judged as of that later day.':
    'Die Uhr dieses Rechners zeigt {now}, stand aber schon auf {highest}; Einwilligungen und Daten gelten nach dem späteren Tag.',
  'The clock of this machine is wrong, and whether this may be shown hangs on the date.':
    'Die Uhr dieses Rechners geht falsch, und ob dies gezeigt werden darf, hängt vom Datum ab.',
  'The clock leapt from {from} to {to}. If that is wrong, set it right and confirm it in admin: until then consent and dates are judged as of {day}.':
    'Die Uhr ist von {from} auf {to} gesprungen. Wenn das falsch ist, stellen Sie sie richtig und bestätigen Sie es hier: Bis dahin gelten Einwilligungen und Daten nach dem {day}.',
  'Consent and dates are judged as of {day} until the clock is there again.':
    'Einwilligungen und Daten gelten nach dem {day}, bis die Uhr wieder dort ist.',
  'Only what has no date, no daypart and no consent that could have ended is shown; the screen is on at all hours, and no order with an end is followed.':
    'Gezeigt wird nur, was kein Datum, keine Tageszeit und keine Einwilligung hat, die geendet haben könnte; der Bildschirm ist rund um die Uhr an, und keiner Anweisung mit einem Ende wird gefolgt.',
  'Set the clock, or let the machine take the time from its network. If it is right now, confirm it in admin.':
    'Stellen Sie die Uhr, oder lassen Sie den Rechner die Zeit aus seinem Netz nehmen. Geht sie jetzt richtig, bestätigen Sie es hier.',
  'Set the clock right. If it is right now, confirm it in admin, and what is wrongly held to be over comes back.':
    'Stellen Sie die Uhr richtig. Geht sie jetzt richtig, bestätigen Sie es hier, und was zu Unrecht als vorbei gilt, kommt zurück.',
  // Promises and turns
  'Nothing that may be shown names a {field}.': 'Nichts, was gezeigt werden darf, nennt: {field}.',
  'The room has {count} {fields}; of more than {most} none is brought forward.':
    'Der Raum hat {count} {fields}; von mehr als {most} wird keines vorgezogen.',
  '{count} {fields} take about {needed}, a turn each: that does not fit into {within}.':
    '{count} {fields} brauchen etwa {needed}, je einen Auftritt: Das passt nicht in {within}.',
  '{count} {fields} take about {needed}, a turn each, and only every second turn may be given to promises.':
    '{count} {fields} brauchen etwa {needed}, je einen Auftritt, und nur jeder zweite Auftritt darf an Zusagen gehen.',
  'Something else was on at the time: a long recording, a takeover or a pin.':
    'Zu der Zeit lief etwas anderes: eine lange Aufnahme, eine Übernahme oder etwas Angeheftetes.',
  'Nothing of {as_names} may be shown now; ask why not of their items.':
    'Von {as_names} darf jetzt nichts gezeigt werden; bei den Beiträgen steht, warum.',
  'Nothing of {as_names} may be shown now; ask why not of its items.':
    'Von {as_names} darf jetzt nichts gezeigt werden; bei den Beiträgen steht, warum.',
  'Its turn comes next.': 'Es ist als Nächstes an der Reihe.',
  'Its turn comes in about {span}: {turns} before it.': 'Es ist in etwa {span} an der Reihe: {turns} davor.',
  // What to do about what is not shown
  'To show it again, renew the consent or change the date; otherwise take it out of the folder.':
    'Um es wieder zu zeigen, erneuern Sie die Einwilligung oder ändern Sie das Datum; sonst nehmen Sie es aus dem Ordner.',
  'Nothing has to be done; to show it sooner, change from.':
    'Nichts ist zu tun; um es früher zu zeigen, ändern Sie from.',
  'To show it, take hidden away from it in room.yaml.': 'Um es zu zeigen, blenden Sie es wieder ein.',
  'Nothing has to be done; to show it at other times, change its dayparts in room.yaml.':
    'Nichts ist zu tun; um es zu anderen Zeiten zu zeigen, ändern Sie seine Tageszeiten in room.yaml.',
  'Take it out of the folder.': 'Nehmen Sie es aus dem Ordner.',
  'Write down who agreed: consent: with who, given, purposes: [{purpose}] and audience. For a picture in which nobody can be recognised, write people: none.':
    'Schreiben Sie auf, wer eingewilligt hat: consent: mit who, given, purposes: [display] und audience. Für ein Bild, auf dem niemand zu erkennen ist, schreiben Sie people: none.',
  'Write down who agreed: consent: with who, given, purposes: [{purpose}] and audience, or public_source: with the place where it was published.':
    'Schreiben Sie auf, wer eingewilligt hat: consent: mit who, given, purposes: [display] und audience, oder public_source: mit dem Ort der Veröffentlichung.',
  'If these people are to see it, change whom it is for in its file; otherwise it may stay so.':
    'Sollen diese Leute es sehen, ändern Sie in der Datei, für wen es ist; sonst kann es so bleiben.',
  'For a picture in which nobody can be recognised, write people: none.':
    'Für ein Bild, auf dem niemand zu erkennen ist, schreiben Sie people: none.',
  'Ask for consent to show it, and write {purpose} among its purposes.':
    'Bitten Sie um die Einwilligung, es zu zeigen, und schreiben Sie display zu ihren purposes.',
  '{words} words; a wall holds about {holds}.': '{words} Wörter; eine Wand fasst etwa {holds}.',
  'Shorten the text, or split it into two items.':
    'Kürzen Sie den Text, oder teilen Sie ihn auf zwei Beiträge auf.',
}
